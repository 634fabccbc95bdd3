import CommandLineKit

/// The headings of the program's help, kubectl's.
extension CommandGroup {
    static let basicBeginner = CommandGroup("Basic Commands (Beginner):")
    static let basicIntermediate = CommandGroup("Basic Commands (Intermediate):")
    static let deploy = CommandGroup("Deploy Commands:")
    static let advanced = CommandGroup("Advanced Commands:")
    static let clusterManagement = CommandGroup("Cluster Management Commands:")
    static let troubleshooting = CommandGroup("Troubleshooting and Debugging Commands:")
    static let settings = CommandGroup("Settings Commands:")

    /// In the order of kubectl's help.
    static let all = [
        basicBeginner, basicIntermediate, deploy, clusterManagement, troubleshooting, advanced, settings,
    ]
}
