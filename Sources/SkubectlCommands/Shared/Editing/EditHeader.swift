/// The comments above the objects in a file that is edited: what the file is for, and why it is opened again.
struct EditHeader: Sendable, Hashable {
    /// What the file holds.
    enum Subject: Sendable, Hashable {
        case objects
        /// What the objects' annotations say was applied last.
        case lastApplied
    }

    /// Something that was wrong with the file when it was closed.
    struct Reason: Sendable, Hashable {
        let sentence: String
        var causes: [String] = []
    }

    var reasons: [Reason] = []

    /// The comments, with a line end; the words are kubectl's.
    func text(for subject: Subject) -> String {
        var text =
            switch subject {
            case .objects:
                """
                # Please edit the object below. Lines beginning with a '#' will be ignored,
                # and an empty file will abort the edit. If an error occurs while saving this file will be
                # reopened with the relevant failures.
                #

                """
            case .lastApplied:
                """
                # Please edit the 'last-applied-configuration' annotations below.
                # Lines beginning with a '#' will be ignored, and an empty file will abort the edit.
                #

                """
            }
        for reason in reasons {
            text += "# \(Self.commented(reason.sentence))\(reason.causes.isEmpty ? "" : ":")\n"
            for cause in reason.causes { text += "# * \(Self.commented(cause))\n" }
            text += "#\n"
        }
        return text
    }

    /// The text with each of its further lines a comment too.
    private static func commented(_ text: String) -> String {
        var commented = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            commented.unicodeScalars.append(scalar)
            if scalar == "\n", index + 1 < scalars.count, scalars[index + 1] != "#" { commented += "# " }
        }
        return commented
    }
}
