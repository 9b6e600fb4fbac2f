extension PyTorchCheckpoint {
    /// Hands out a tensor's numbers, row-major, little-endian F32, in chunks of at most 4 MB.
    ///
    /// - Precondition: the checkpoint has a tensor of that name.
    /// - Throws: ``WeightFileError`` where the file has changed, and what `body` throws.
    /// - Complexity: a chunk of memory; the whole stretch of storage where the numbers are not in order.
    public func read(
        _ name: String, _ body: (RawSpan) throws(WeightFileError) -> Void
    ) throws(WeightFileError) {
        guard let layout = layouts[name] else { preconditionFailure("the checkpoint has no tensor \(name)") }
        let start = layout.storageOffset + 4 * layout.first
        guard layout.isContiguous else {
            let stretch = try input.bytes(at: start, count: 4 * layout.reach)
            try Self.gather(layout, from: stretch, body)
            return
        }
        var done = 0
        while done < layout.count {
            let count = min(Self.chunk, layout.count - done)
            let bytes = try input.bytes(at: start + 4 * done, count: 4 * count)
            try body(bytes.span.bytes)
            done += count
        }
    }

    /// Puts numbers that are not in order into row-major order.
    private static func gather(
        _ layout: PyTorchLayout, from stretch: [UInt8], _ body: (RawSpan) throws(WeightFileError) -> Void
    ) throws(WeightFileError) {
        var place = [Int](repeating: 0, count: layout.shape.count)
        var offset = 0
        var values: [UInt32] = []
        values.reserveCapacity(min(chunk, layout.count))
        for number in 0..<layout.count {
            values.append(
                stretch.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 4 * offset, as: UInt32.self) })
            if values.count == chunk || number == layout.count - 1 {
                try body(values.span.bytes)
                values.removeAll(keepingCapacity: true)
            }
            for axis in layout.shape.indices.reversed() {
                place[axis] += 1
                offset += layout.strides[axis]
                if place[axis] < layout.shape[axis] { break }
                offset -= layout.strides[axis] * layout.shape[axis]
                place[axis] = 0
            }
        }
    }
}
