internal import CEchoKernels

extension Kernels {
    /// Numbers that a layer's packed weights take.
    func panelNumbers(_ format: NumberFormat, inputs: Int, outputs: Int, wide: Int) -> Int {
        let (panel, group) = (table.pointee.panel, table.pointee.group)
        let bytes =
            switch format {
            case .fp32: echo_packed_size_f32(inputs, outputs, panel)
            case .bf16: echo_packed_size_bf16(inputs, outputs, panel)
            case .int8: echo_packed_size_i8(inputs, outputs, wide, group, panel)
            }
        return bytes / 4
    }

    /// How weights are laid out for these kernels: two sets that say the same read one another's.
    package var layout: String { "panel\(table.pointee.panel)-group\(table.pointee.group)" }

    /// Causal self-attention within each of several texts, every head.
    ///
    /// - Parameters:
    ///   - qkv: shape `[tokens of all texts, 3 · width]`: queries, keys, values.
    ///   - lengths: tokens of each text, in the rows' order.
    ///   - scores: working memory for as many numbers as the longest text has tokens.
    ///   - output: as many rows of `width` in fp32, before the output layer.
    package func causalAttention(
        qkv: FloatBuffer, lengths: [Int], heads: Int, scores: FloatBuffer, into output: ActivationRows
    ) {
        let (width, stride) = (output.channels, output.stride / 4)
        precondition(heads > 0 && width % heads == 0, "\(heads) heads do not divide a width of \(width)")
        let rows = lengths.reduce(0, +)
        Self.expect(qkv, rows * 3 * width)
        Self.expect(scores, lengths.max() ?? 0)
        output.expect(rows: rows)
        var row = 0
        for tokens in lengths {
            table.pointee.causal_attention(
                qkv.start + row * 3 * width, tokens, width, heads, scores.start,
                output.floats + row * stride, stride)
            row += tokens
        }
    }
}
