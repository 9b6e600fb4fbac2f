internal import CEchoKernels

extension Kernels {
    /// Cuts an 8-bit picture into 4x4 patches, each byte replaced by its channel's table.
    ///
    /// - Parameters:
    ///   - pixels: shape `[side, side, 3]`.
    ///   - table: shape `[3, 256]`.
    ///   - output: shape `[side/4 · side/4, 48]`, columns by channel, row, column.
    package static func patches(
        _ pixels: [UInt8], side: Int, table: FloatTensor, into output: FloatBuffer
    ) {
        precondition(side % 4 == 0, "a side of \(side) is not a multiple of 4")
        precondition(pixels.count == side * side * 3, "\(pixels.count) bytes, not \(side) x \(side) x 3")
        precondition(table.count == 768, "a table of \(table.count), not 3 x 256")
        expect(output, side * side * 3)
        pixels.withUnsafeBufferPointer { pixels in
            if let start = pixels.baseAddress { echo_patches_u8(start, side, table.start, output.start) }
        }
    }

    /// Cuts a normalized picture `[3, side, side]` into the same patches.
    package static func patches(planar picture: [Float], side: Int, into output: FloatBuffer) {
        precondition(side % 4 == 0, "a side of \(side) is not a multiple of 4")
        precondition(picture.count == side * side * 3, "\(picture.count) numbers, not 3 x \(side) x \(side)")
        expect(output, side * side * 3)
        picture.withUnsafeBufferPointer { picture in
            if let start = picture.baseAddress { echo_patches_planar(start, side, output.start) }
        }
    }

    /// Cuts `[height, width, channels]` into 2x2 patches `[height/2 · width/2, 4 · channels]`, columns by
    /// row, column, channel.
    package static func patches2(
        _ input: FloatBuffer, height: Int, width: Int, channels: Int, into output: FloatBuffer
    ) {
        expect(input, height * width * channels)
        expect(output, (height / 2) * (width / 2) * 4 * channels)
        echo_patches2(input.start, height, width, channels, output.start)
    }
}
