print("benchmarks are not here yet")
