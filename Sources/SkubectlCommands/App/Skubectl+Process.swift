import HTTPTransport
import SystemIO

extension Skubectl {
    /// Carries out the command line of this process, with its console, its environment and libcurl, on other threads
    /// than this one, which is to be the first; a signal cancels the command, and the process then dies of it.
    ///
    /// - Parameter end: Called with the exit code, to end the process.
    package static func runProcess(end: @escaping @Sendable (Int32) -> Never) -> Never {
        let words = CommandLine.arguments
        let console = StandardConsole()
        let program = Skubectl(
            console: console, environment: .ofThisProcess(), clock: SystemClock(),
            makeTransport: { options in
                CurlTransport.preload()
                return CurlTransport(options)
            })
        ProcessSettings.saveStartUp()
        return Interruption.cancelling(
            lastWords: { console.flush() },
            {
                // Not before: no thread can be started while a library is loaded, and by now those of tasks were.
                if CommandRegistry.looksRemote(words.dropFirst()) { CurlTransport.preload() }
                return await program.run(words)
            }, end: end)
    }
}
