import Glibc
import HTTPTransport
import SkubectlCommands
import SystemIO

@main
enum Main {
    static func main() async {
        let console = StandardConsole()
        let program = Skubectl(
            console: console, environment: .ofThisProcess(), clock: SystemClock(),
            makeTransport: { CurlTransport($0) })
        let exitCode = await Interruption.cancelling(lastWords: { console.flush() }) {
            await program.run(CommandLine.arguments)
        }
        exit(exitCode)
    }
}
