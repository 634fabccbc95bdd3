import HTTPTransport
import SystemIO

extension Skubectl {
    /// Carries out the command line of this process, with its console, its environment and libcurl, and returns the exit
    /// code; a signal cancels the command, and the process then dies of it.
    package static func runProcess() async -> Int32 {
        let console = StandardConsole()
        let program = Skubectl(
            console: console, environment: .ofThisProcess(), clock: SystemClock(),
            makeTransport: { options in
                let transport = CurlTransport(options)
                // The library is loaded while the caches are read.
                transport.prepare()
                return transport
            })
        return await Interruption.cancelling(lastWords: { console.flush() }) {
            await program.run(CommandLine.arguments)
        }
    }
}
