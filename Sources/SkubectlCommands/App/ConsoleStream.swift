import SystemIO

/// Standard output as the stream that renderers write to.
struct ConsoleStream: TextOutputStream {
    let console: any Console

    mutating func write(_ string: String) {
        console.write(string)
    }
}
