/// What stands between the percent sign and the verb of a format.
struct FormatFlags {
    /// The least number of characters.
    var width: Int?
    /// What it means depends on the verb.
    var precision: Int?
    /// Pads on the right.
    var minus = false
    var plus = false
    var sharp = false
    var space = false
    /// Pads with zeros.
    var zero = false
    /// That of `%+v`.
    var plusV = false
    /// That of `%#v`.
    var sharpV = false

    /// Numbers beyond are no width and no precision.
    static let limit = 1_000_000
}
