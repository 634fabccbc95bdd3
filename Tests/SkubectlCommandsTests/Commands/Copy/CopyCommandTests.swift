import Testing

@Suite struct CopyCommandTests {
    @Test(arguments: [
        ([], "source and destination are required"), (["a"], "source and destination are required"),
        (["a", "b", "c"], "source and destination are required"),
        (["a", "b"], "one of src or dest must be a remote file specification"),
        (["p:/a", "q:/b"], "one of src or dest must be a local file specification"),
        (["p:", "b"], "filepath can not be empty"), (["", "p:/b"], "filepath can not be empty"),
        ([":/a", "b"], "filespec must match the canonical format: [[namespace/]pod:]file/path"),
        (["n/p/q:/a", "b"], "filespec must match the canonical format: [[namespace/]pod:]file/path"),
        (["/not/there", "p:/b"], "/not/there doesn't exist in local filesystem"),
    ]) func `what is refused before the server is asked`(words: [String], sentence: String) async throws {
        let server = try StubbedServer(resources: [])
        let answer = await server.run(["cp"] + words)
        #expect(answer == StubbedServer.Answer(code: 1, output: "", errors: "error: \(sentence)\n"))
    }

    @Test func `the pod is looked up in the namespace that is named`() async throws {
        let missing = #"{"kind":"Status","reason":"NotFound","message":"pods \"p\" not found","code":404}"#
        for (words, namespace) in [(["p:/a"], "web"), (["other/p:/a"], "other"), (["-n", "third", "p:/a"], "third")] {
            let server = try StubbedServer(resources: [])
            server.arrange("/api/v1/namespaces/\(namespace)/pods/p", missing, status: 404)
            let answer = await server.run(["cp"] + words + ["/tmp/x"])
            #expect(answer.errors == "Error from server (NotFound): pods \"p\" not found\n")
            #expect(answer.code == 1)
        }
    }

    private func pod(_ phase: String) -> String {
        #"{"kind":"Pod","metadata":{"name":"p","namespace":"web"},"spec":{"containers":[{"name":"a"},{"name":"b"}]},"#
            + #""status":{"phase":"\#(phase)"}}"#
    }

    @Test func `a pod that has ended, and a container it has not`() async throws {
        let server = try StubbedServer(resources: [])
        server.arrange("/api/v1/namespaces/web/pods/p", pod("Succeeded"))
        let ended = await server.run(["cp", "p:/a", "b"])
        #expect(ended.errors == "error: cannot exec into a container in a completed pod; current phase is Succeeded\n")
        server.arrange("/api/v1/namespaces/web/pods/p", pod("Running"))
        let container = await server.run(["cp", "p:/a", "b", "-c", "x"])
        #expect(container.errors == "error: container x is not valid for pod p out of: a, b\n")
    }
}
