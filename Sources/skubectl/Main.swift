import Glibc
import SkubectlCommands

@main
enum Main {
    static func main() {
        // Not `exit`: it would take the libraries down under the threads that may still be using them.
        Skubectl.runProcess { exitCode in _exit(exitCode) }
    }
}
