internal import EchoTensor

/// Looks for NaN and infinity: numbers whose exponent is all ones.
enum FiniteCheck {
    /// Whether every number of a chunk is finite; the chunk holds whole numbers.
    static func holds(_ bytes: RawSpan, _ element: WeightTensor.Element) -> Bool {
        bytes.withUnsafeBytes { buffer in
            switch element {
            case .float32: allBelow(buffer, as: UInt32.self, exponent: 0x7F80_0000)
            case .float16: allBelow(buffer, as: UInt16.self, exponent: 0x7C00)
            case .bfloat16: allBelow(buffer, as: UInt16.self, exponent: 0x7F80)
            }
        }
    }

    private static func allBelow<Word: FixedWidthInteger>(
        _ buffer: UnsafeRawBufferPointer, as word: Word.Type, exponent: Word
    ) -> Bool {
        var worst: Word = 0
        for place in stride(
            from: 0, to: buffer.count - MemoryLayout<Word>.size + 1, by: MemoryLayout<Word>.size)
        {
            worst = max(worst, buffer.loadUnaligned(fromByteOffset: place, as: word) & exponent)
        }
        return worst < exponent
    }
}
