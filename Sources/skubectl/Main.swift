import Glibc
import SkubectlCommands

@main
enum Main {
    static func main() async {
        exit(await Skubectl.runProcess())
    }
}
