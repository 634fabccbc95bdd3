/// The functions of templates: Go's and, at the end, kubectl's.
enum TemplateFunction: String {
    case and, or, not
    case eq, ne, lt, le, gt, ge
    case len, index, slice
    case print, printf, println
    case html, js, urlquery
    case call
    case exists, base64decode

    /// How many arguments it takes; it takes more where it is variadic.
    var arity: Int {
        switch self {
        case .print, .println, .html, .js, .urlquery: 0
        case .and, .or, .not, .eq, .len, .index, .slice, .printf, .call, .exists, .base64decode: 1
        case .ne, .lt, .le, .gt, .ge: 2
        }
    }

    var isVariadic: Bool {
        switch self {
        case .not, .ne, .lt, .le, .gt, .ge, .len, .base64decode: false
        default: true
        }
    }

    /// Whether the first argument has to be a string.
    var takesString: Bool { self == .printf || self == .base64decode }
}
