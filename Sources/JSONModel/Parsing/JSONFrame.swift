/// An object or array that is being read, or the document around everything.
struct JSONFrame {
    enum Kind { case document, array, object }

    let kind: Kind
    /// How many values were on the stack when it was opened.
    let base: Int
    /// The offset and the line of its first character.
    let start: Int
    let line: Int
    /// How many objects and arrays stand inside each other in it so far.
    var height = 0
    /// The keys there were, a bit each by their hash: a cheap proof that a key is new.
    var keyBits: UInt64 = 0
    var mayRepeatKeys = false

    init(_ kind: Kind, base: Int, start: Int, line: Int) {
        self.kind = kind
        self.base = base
        self.start = start
        self.line = line
    }
}
