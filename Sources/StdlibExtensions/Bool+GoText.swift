extension Bool {
    /// Reads what Go's `strconv.ParseBool` reads; nil for every other text.
    package init?(goText text: String) {
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": self = true
        case "0", "f", "F", "false", "FALSE", "False": self = false
        default: return nil
        }
    }
}
