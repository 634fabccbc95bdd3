import CommandLineKit
import KubeConfig

/// Why the user's preferences cannot be applied, which ends the program before it does anything.
///
/// kubectl: `error occurred while applying preferences …`, and exit code 1.
enum PreferencesError: Error {
    /// `--kuberc` without a file. kubectl: `kuberc file is not found`.
    case noFileNamed
    /// kubectl: `kuberc error …`
    case file(PreferencesFault)
    /// kubectl: the sentence of the fault alone.
    case invalid(PreferencesFault)
    /// kubectl: `command "x y" not found to set alias "a": [x y]`
    case unknownCommand(String, alias: String)
    /// kubectl: `invalid alias flag f in alias kubectl`, with the program as it was called.
    case unknownAliasFlag(String, program: String)
    /// kubectl: `could not apply value v to flag f in alias kubectl err: …`, with the program as it was called.
    case aliasFlagValue(Preferences.Option, program: String, UsageError)
    /// kubectl: `invalid flag f for command c`
    case unknownFlag(String, command: String)
    /// kubectl: `could not apply override value v to flag f in command c err: …`
    case flagValue(Preferences.Option, command: String, UsageError)
    /// kubectl: `alias a can not be overridden`
    case defaultsOfAlias(String)
}
