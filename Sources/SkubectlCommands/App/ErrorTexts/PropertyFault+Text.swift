import KubeConfig
import StdlibExtensions

extension PropertyFault {
    /// The sentence of `kubectl config set`.
    var message: String {
        switch self {
        case .unknownField(let path): "unable to parse \(path) after [] at api.Config"
        case .unknownPreference(let path):
            "unable to parse \(path) after [{preferences 0x0}] at api.Preferences"
        case .tooLong(let path): "unable to parse one or more field values of \(path)"
        case .insideOfUserExtra: "string is not of type struct"
        case .unreachable(let path): "\(path) cannot be set or unset by its path"
        case .severalValues(let goText): "can't set a map to a value: \(goText)"
        case .allPreferences(let colors):
            "unable to locate path config.navigationStep{stepValue:\"\", stepType:reflect.Type(nil)} under "
                + "{\(colors) map[]}"
        case .listOfTexts: "unrecognized slice type. string"
        case .noSuchEntry(let name): "current map key `\(name)` is invalid"
        case .noTruthValue(let text): "strconv.ParseBool: parsing \(text.goQuoted): invalid syntax"
        case .noBase64(let offset): "error decoding input value: illegal base64 data at input byte \(offset)"
        }
    }
}
