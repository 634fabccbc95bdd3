import HTTPTransport
import SystemIO

extension Skubectl {
    /// Begins to carry out the command line of this process, with its console, its environment and libcurl, on other
    /// threads; a signal cancels the command, and the process then dies of it.
    ///
    /// - Parameter end: Called with the exit code, to end the process.
    package static func startProcess(end: @escaping @Sendable (Int32) -> Never) {
        let words = CommandLine.arguments
        Task {
            let console = StandardConsole()
            let program = Skubectl(
                console: console, environment: .ofThisProcess(), clock: SystemClock(),
                makeTransport: { options in
                    CurlTransport.preload()
                    return CurlTransport(options)
                })
            let exitCode = await Interruption.cancelling(lastWords: { console.flush() }) {
                // Not before: no thread can be started while a library is loaded, and by now they all were.
                if CommandRegistry.looksRemote(words.dropFirst()) { CurlTransport.preload() }
                return await program.run(words)
            }
            end(exitCode)
        }
    }
}
