/// Why a value cannot be set by its path (`config set` and `config unset`).
package enum PropertyFault: Error, Hashable {
    /// The path begins with no field; kubectl: `error: unable to parse x after [] at api.Config`
    case unknownField(path: String)
    /// The path of a preference is none of a field; kubectl: `error: unable to parse preferences.x after […] at
    /// api.Preferences`
    case unknownPreference(path: String)
    /// The path leads on behind a single value; kubectl: `error: unable to parse one or more field values of x`
    case tooLong(path: String)
    /// The path leads into `act-as-user-extra`; kubectl: `error: string is not of type struct`
    case insideOfUserExtra
    /// The path leads to an extension or to a whole credential plugin, over which kubectl crashes.
    case unreachable(path: String)
    /// The path leads to a list, or to a whole entry of one; kubectl: `error: can't set a map to a value: map[…]`.
    ///
    /// `goText` is the list as Go's `%v` prints it, with zeros for the addresses of entries.
    case severalValues(goText: String)
    /// The path leads to all preferences; kubectl: `error: unable to locate path config.navigationStep{stepValue:"",
    /// stepType:reflect.Type(nil)} under {true map[]}`
    case allPreferences(colors: Bool)
    /// The path leads to a list of texts; kubectl: `error: unrecognized slice type. string`
    case listOfTexts
    /// What is to be unset is a field of an entry that does not exist; kubectl: `error: current map key `x` is invalid`
    case noSuchEntry(String)
    /// kubectl: `error: strconv.ParseBool: parsing "x": invalid syntax`
    case noTruthValue(String)
    /// kubectl: `error: error decoding input value: illegal base64 data at input byte 0`
    case noBase64(offset: Int)
}
