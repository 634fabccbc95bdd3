/// A place in a JSON text.
package struct JSONPosition: Sendable, Hashable {
    /// In bytes from the first byte fed to the parser, counted from 0.
    package var offset: Int
    /// Counted from 1; lines end with a line feed.
    package var line: Int
    /// In bytes from the start of the line, counted from 1.
    package var column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}
