internal import CEchoKernels

extension Kernels {
    /// Cuts rows of an 8-bit picture's 4x4 patches, each byte replaced by its channel's table.
    ///
    /// - Parameters:
    ///   - pixels: shape `[side, side, 3]`.
    ///   - rows: of patches, within `0..<side/4`.
    ///   - table: shape `[3, 256]`.
    ///   - output: fp32, `rows.count · side/4` rows of 48, columns by channel, row, column.
    package static func patches(
        _ pixels: [UInt8], side: Int, rows: Range<Int>, table: FloatTensor, into output: ActivationRows
    ) {
        expectPatches(side: side, rows: rows, count: pixels.count, output)
        precondition(table.count == 768, "a table of \(table.count), not 3 x 256")
        pixels.withUnsafeBufferPointer { pixels in
            guard let start = pixels.baseAddress else { return }
            echo_patches_u8(
                start, side, rows.lowerBound, rows.count, table.start, output.floats, output.stride / 4)
        }
    }

    /// Cuts rows of a normalized picture `[3, side, side]` into the same patches.
    package static func patches(
        planar picture: [Float], side: Int, rows: Range<Int>, into output: ActivationRows
    ) {
        expectPatches(side: side, rows: rows, count: picture.count, output)
        picture.withUnsafeBufferPointer { picture in
            guard let start = picture.baseAddress else { return }
            echo_patches_planar(
                start, side, rows.lowerBound, rows.count, output.floats, output.stride / 4)
        }
    }

    private static func expectPatches(side: Int, rows: Range<Int>, count: Int, _ output: ActivationRows) {
        precondition(side % 4 == 0, "a side of \(side) is not a multiple of 4")
        precondition(count == side * side * 3, "\(count) numbers, not \(side) x \(side) x 3")
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= side / 4, "rows \(rows) of \(side / 4)")
        precondition(
            output.channels == 48 && output.format == .fp32, "rows of \(output.channels), not 48 floats")
        output.expect(rows: rows.count * (side / 4))
    }
}
