import Glibc
import SkubectlCommands

@main
enum Main {
    static func main() async {
        // Not `exit`: it would take the libraries down under the thread that may still be using them.
        _exit(await Skubectl.runProcess())
    }
}
