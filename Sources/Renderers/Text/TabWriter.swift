/// Aligns tab-separated cells in columns, as Go's `text/tabwriter` does with spaces for padding.
///
/// A cell ends at a tab; what follows the last tab of a line belongs to no column. A column's width is that of its
/// widest cell among the neighbouring lines that have the column: a line without the cell ends the block.
/// Widths are counted in Unicode scalars. Form feeds end a line and all columns; a line without any tab does the same.
/// Between two bytes 0xff, which texts that are no UTF-8 may have, tabs and line ends are nothing special.
package struct TabWriter: Sendable {
    /// How columns are sized.
    package struct Style: Sendable, Hashable {
        /// The least width of a column, padding included.
        package var minimumWidth: Int
        /// The least number of spaces after a cell.
        package var padding: Int
        /// Whether columns never get narrower than they were before the last flush.
        package var remembersWidths: Bool

        package init(minimumWidth: Int, padding: Int, remembersWidths: Bool) {
            self.minimumWidth = minimumWidth
            self.padding = padding
            self.remembersWidths = remembersWidths
        }

        /// The tables of `get`, `api-resources` and the like.
        package static let table = Style(minimumWidth: 6, padding: 3, remembersWidths: true)
        /// The text of `describe`.
        package static let description = Style(minimumWidth: 0, padding: 2, remembersWidths: false)
    }

    private struct Cell {
        /// In bytes.
        var size: Int32
        /// In Unicode scalars.
        var width: Int32
    }

    /// The byte that Go calls `tabwriter.Escape`.
    private static let escape: UInt8 = 0xff

    private let style: Style
    /// The text of all cells without tabs and line ends.
    private var text: [UInt8] = []
    /// The ended cells of all lines, one line after the other.
    private var cells: [Cell] = []
    /// Where in `cells` each line begins; the last line is the open one.
    private var lineStarts = [0]
    /// Where in `text` the open cell begins.
    private var cellStart = 0
    /// Whether the text is behind a byte that no UTF-8 has and that, until it comes again, lets everything through.
    private var isEscaping = false
    /// How many such bytes the open cell has, as pairs; they have no width.
    private var escapeMarks = 0
    private var rememberedWidths: [Int] = []
    /// What is aligned and waits to be taken.
    private var aligned: [UInt8] = []

    package init(style: Style) {
        self.style = style
    }

    /// Whether something is aligned and waits to be taken by `take(into:)`.
    package var hasAligned: Bool { !aligned.isEmpty }

    /// Forgets the widths of earlier columns.
    package mutating func forgetWidths() {
        rememberedWidths = []
    }

    /// Aligns what was written so far and moves it to `stream`.
    package mutating func flush(into stream: inout some TextOutputStream) {
        align()
        take(into: &stream)
    }

    /// Aligns what was written so far and takes everything that is aligned.
    package mutating func flushedBytes() -> [UInt8] {
        align()
        defer { aligned = [] }
        return aligned
    }

    /// Moves what is aligned already to `stream`.
    package mutating func take(into stream: inout some TextOutputStream) {
        guard !aligned.isEmpty else { return }
        stream.write(String(decoding: aligned, as: UTF8.self))
        aligned.removeAll(keepingCapacity: true)
    }
}

// MARK: - Collecting

extension TabWriter: TextOutputStream {
    /// Adds text; cells and lines may end anywhere in it.
    package mutating func write(_ string: String) {
        var string = string
        string.withUTF8 { write(bytes: $0) }
    }

    /// Writes the bytes of a text.
    mutating func write(bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in bytes.enumerated() where (0x09...0x0c).contains(byte) || byte == Self.escape {
            if byte == Self.escape {
                isEscaping.toggle()
                escapeMarks += isEscaping ? 0 : 2
            }
            guard !isEscaping, byte != Self.escape else { continue }
            text.append(contentsOf: bytes[start..<index])
            start = index + 1
            endCell()
            guard byte == UInt8(ascii: "\n") || byte == 0x0c else { continue }
            let isSingleCell = cells.count - (lineStarts.last ?? 0) == 1
            lineStarts.append(cells.count)
            if byte == 0x0c || isSingleCell { align() }
        }
        text.append(contentsOf: bytes[start...])
    }

    private mutating func endCell() {
        let size = text.count - cellStart
        let continuationBytes = text[cellStart...].reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 1 : 0) }
        cells.append(
            Cell(size: Int32(clamping: size), width: Int32(clamping: size - continuationBytes - escapeMarks)))
        cellStart = text.count
        escapeMarks = 0
    }
}

// MARK: - Aligning

extension TabWriter {
    /// A run of lines that share their first columns, while its further columns are found.
    private struct Block {
        /// The first line that is not written yet.
        var unwritten: Int
        /// The next line to look at.
        var next: Int
        let end: Int
    }

    /// Aligns everything written so far; the open line keeps no line end.
    private mutating func align() {
        if text.count > cellStart { endCell() }
        isEscaping = false
        var widths: [Int] = []
        var textPosition = 0
        var blocks = [Block(unwritten: 0, next: 0, end: lineStarts.count)]
        while var block = blocks.popLast() {
            let column = widths.count
            while block.next < block.end, !hasColumn(column, line: block.next) { block.next += 1 }
            guard block.next < block.end else {
                appendLines(block.unwritten..<block.end, widths: widths, textPosition: &textPosition)
                if !widths.isEmpty { widths.removeLast() }
                continue
            }
            let start = block.next
            appendLines(block.unwritten..<start, widths: widths, textPosition: &textPosition)
            var width = style.minimumWidth
            while block.next < block.end, hasColumn(column, line: block.next) {
                width = max(width, Int(cells[lineStarts[block.next] + column].width) + style.padding)
                block.next += 1
            }
            block.unwritten = block.next
            blocks.append(block)
            blocks.append(Block(unwritten: start, next: start, end: block.next))
            widths.append(style.remembersWidths ? remember(width, after: widths) : width)
        }
        text.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        lineStarts = [0]
        cellStart = 0
    }

    private func cellRange(line: Int) -> Range<Int> {
        lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] : cells.count)
    }

    /// Whether a line has a cell in a column; what follows the last tab is in none.
    private func hasColumn(_ column: Int, line: Int) -> Bool {
        column < cellRange(line: line).count - 1
    }

    /// The width of the column behind `widths`: at least the one it had before.
    private mutating func remember(_ width: Int, after widths: [Int]) -> Int {
        let column = widths.count
        if rememberedWidths.count < column { rememberedWidths += widths[rememberedWidths.count...] }
        if rememberedWidths.count == column {
            rememberedWidths.append(width)
        } else {
            rememberedWidths[column] = max(rememberedWidths[column], width)
        }
        return rememberedWidths[column]
    }

    private mutating func appendLines(_ lines: Range<Int>, widths: [Int], textPosition: inout Int) {
        for line in lines {
            for (column, cell) in cells[cellRange(line: line)].enumerated() {
                let end = textPosition + Int(cell.size)
                aligned.append(contentsOf: text[textPosition..<end])
                textPosition = end
                if column < widths.count {
                    let padding = max(0, widths[column] - Int(cell.width))
                    aligned.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
                }
            }
            if line + 1 < lineStarts.count { aligned.append(UInt8(ascii: "\n")) }
        }
    }
}
