internal import CEchoKernels

extension Kernels {
    /// A LayerNorm without its affine half, which is the next layer's: mean 0, variance 1.
    ///
    /// - Parameters:
    ///   - input: shape `[firstRow + rows, channels]`.
    ///   - output: fp32 rows of as many channels.
    package func normalize(
        _ input: FloatBuffer, firstRow: Int = 0, rows: Int, epsilon: Float, into output: ActivationRows
    ) {
        let channels = output.channels
        Self.expect(input, (firstRow + rows) * channels)
        output.expect(rows: rows)
        table.pointee.normalize(
            input.start + firstRow * channels, rows, channels, epsilon, output.floats, output.stride / 4)
    }

    /// The same of each pixel, cut into 2x2 patches: rows of `4 · channels`, columns by row, column, channel.
    ///
    /// - Parameters:
    ///   - picture: shape `[2 · rows.upperBound or more, width, channels]`; an odd last column is left out.
    ///   - rows: of patches.
    ///   - output: fp32, `rows.count · width/2` rows.
    package func normalizedPatches2(
        _ picture: FloatBuffer, width: Int, rows: Range<Int>, epsilon: Float, into output: ActivationRows
    ) {
        let (channels, columns) = (output.channels / 4, width / 2)
        precondition(output.channels % 4 == 0, "rows of \(output.channels) are no patches of 4 pixels")
        Self.expect(picture, rows.upperBound * 2 * width * channels)
        output.expect(rows: rows.count * columns)
        let stride = output.stride / 4
        for patch in 0..<rows.count * columns {
            let (y, x) = (rows.lowerBound + patch / columns, patch % columns)
            for line in 0..<2 {
                table.pointee.normalize(
                    picture.start + ((2 * y + line) * width + 2 * x) * channels, 2, channels, epsilon,
                    output.floats + patch * stride + line * 2 * channels, channels)
            }
        }
    }

    /// Rows of fp32 in a product's format.
    ///
    /// - Parameters:
    ///   - input: fp32.
    ///   - output: bf16 or bytes, as many channels.
    ///   - outliers: those of the product, for bytes.
    package func convert(
        _ input: ActivationRows, rows: Int, into output: ActivationRows, outliers: Outliers? = nil
    ) {
        input.expect(rows: rows)
        output.expect(rows: rows)
        let (channels, stride) = (input.channels, input.stride / 4)
        precondition(output.channels == channels, "rows of \(output.channels), not \(channels)")
        if output.format == .bf16 {
            let start = output.start.assumingMemoryBound(to: UInt16.self)
            table.pointee.round_bf16(input.floats, rows, channels, stride, start, output.stride / 2)
            return
        }
        guard let outliers, let scales = output.rowScales, let zeros = output.rowZeros else {
            preconditionFailure("rows of \(output.format), with outliers: \(outliers != nil)")
        }
        precondition(
            outliers.factors.count == channels && outliers.wide.count == output.wide,
            "\(outliers.wide.count) outliers of \(outliers.factors.count), not \(output.wide) of \(channels)")
        let group = table.pointee.group
        precondition(output.group == group, "rows of \(output.group) bytes a word, not \(group)")
        outliers.wide.map(UInt32.init).withUnsafeBufferPointer { wide in
            var quantizer = echo_quantizer(
                channels: channels, factors: outliers.factors.start, ranged: outliers.ranged.start,
                wide_channels: wide.baseAddress, wide: wide.count)
            table.pointee.quantize(
                &quantizer, input.floats, rows, stride, output.start, output.stride, scales, zeros)
        }
    }

    /// Copies rows of fp32 to the front of activation rows; the way in for what is no kernel's output.
    package static func copy(_ input: FloatBuffer, rows: Int, into output: ActivationRows) {
        expect(input, rows * output.channels)
        output.expect(rows: rows)
        for row in 0..<rows {
            (output.floats + row * (output.stride / 4))
                .update(from: input.start + row * output.channels, count: output.channels)
        }
    }
}
