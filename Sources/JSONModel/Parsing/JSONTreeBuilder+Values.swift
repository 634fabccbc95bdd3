import StdlibExtensions

extension JSONTreeBuilder {
    /// Goes into an object or array, or over it when the same text has been read before.
    mutating func open(_ kind: JSONFrame.Kind, _ scanner: JSONScanner, _ index: Int) -> Int? {
        if parents.count > 1, let (part, length) = parts.part(at: index, in: scanner),
            parents.count + part.height <= options.depthLimit
        {
            if part.lineCount > 0 {
                line += part.lineCount
                lineStart = offset + index + part.lastLineStart
            }
            current.height = max(current.height, part.height)
            complete(part.value, end: index + length)
            return !hasFailed ? index + length : nil
        }
        guard parents.count < options.depthLimit else {
            return fail(.tooDeep(limit: options.depthLimit, at: position(index)))
        }
        if case .list(let name) = mode, kind == .array, parents.count == 1, current.kind == .object,
            keys[keys.count - 1].hasSameBytes(as: name)
        {
            harvestDepth = 2
        }
        parents.push(current)
        current = JSONFrame(kind, base: values.count, start: offset + index, line: line)
        expectation = kind == .object ? .keyOrEnd : .valueOrEnd
        return index + 1
    }

    mutating func closeObject(_ scanner: JSONScanner, end: Int) {
        let size = values.count - current.base
        let repeatsKeys = keyHashes.moveTop(size) { current.mayRepeatKeys && Self.mayHaveEqualElements($0) }
        let object = JSONObject(movingKeys: &keys, values: &values, count: size, mayRepeatKeys: repeatsKeys)
        leave(.object(object), scanner, end: end)
    }

    /// Whether two hashes are the same, so that the keys have to be compared.
    private static func mayHaveEqualElements(_ hashes: UnsafeMutableBufferPointer<UInt32>) -> Bool {
        if hashes.count > 64 {
            let sorted = hashes.sorted()
            return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
        }
        for index in hashes.indices {
            for other in hashes.indices.dropFirst(index + 1) where hashes[index] == hashes[other] { return true }
        }
        return false
    }

    mutating func closeArray(_ scanner: JSONScanner, end: Int) {
        if harvestDepth == 2 && parents.count == 2 {
            // The array itself is no member of what remains of the document.
            harvestDepth = 0
            _ = keys.pop()
            _ = keyHashes.pop()
            current = parents.pop()
            expectation = .commaOrEnd
            return
        }
        let elements = values.pop(values.count - current.base)
        leave(.array(elements), scanner, end: end)
    }

    /// Goes back to what the value stands in, which is complete.
    mutating func leave(_ value: consuming JSONValue, _ scanner: JSONScanner, end: Int) {
        let frame = current
        current = parents.pop()
        current.height = max(current.height, frame.height + 1)
        // The first bytes are no longer there when the text came in several pieces.
        if parents.count > 1 && frame.start >= offset {
            let range = frame.start - offset..<end
            if let slot = parts.slot(for: range, of: scanner) {
                let part = JSONPartTable.Part(
                    value: copy value, height: frame.height + 1, lineCount: line - frame.line,
                    lastLineStart: lineStart - frame.start)
                parts.keep(part, text: scanner.array(range), in: slot)
            }
        }
        complete(value, end: end)
    }

    /// Puts a value that ends at `end` where it belongs.
    mutating func complete(_ value: consuming JSONValue, end: Int) {
        expectation = .commaOrEnd
        if parents.count != harvestDepth {
            values.push(value)
            return
        }
        if let limit = options.byteLimit, offset + end - harvestedOffset > limit { _ = fail(.tooLarge(limit: limit)) }
        harvestedOffset = offset + end
        guard parents.count == 0 else {
            harvest.append(value)
            return
        }
        if case .sequence = mode {
            harvest.append(value)
            expectation = .value
        } else {
            document = value
            expectation = .end
        }
    }
}
