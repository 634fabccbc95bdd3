import StdlibExtensions

extension JSONNumber {
    /// The number as Go prints it once it has been decoded into an untyped object: nil when it is too large.
    ///
    /// A number without fraction and exponent that fits 64 signed bits stays an integer (`-0` is 0); every other one
    /// becomes a double, written like `encoding/json` does: `1.0` as 1, `1e21` as 1e+21, `0.0000001` as 1e-7.
    /// kubectl refuses what is too large: `json: cannot unmarshal number 1e999 into Go value of type float64`.
    package var normalizedAsGo: JSONNumber? {
        if isInteger, let integer = Int64(text) { return JSONNumber(integer) }
        let double = double
        return double.isFinite ? JSONNumber(verbatim: double.goJSONText) : nil
    }
}
