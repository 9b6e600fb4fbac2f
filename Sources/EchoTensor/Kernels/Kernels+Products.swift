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

    /// Causal self-attention within each of several texts of equal length, every head.
    ///
    /// - Parameters:
    ///   - qkv: shape `[texts · tokens, 3 · width]`: queries, keys, values.
    ///   - scores: working memory for `tokens` numbers.
    ///   - output: `texts · tokens` rows of `width` in fp32, before the output layer.
    package func causalAttention(
        qkv: FloatBuffer, texts: Int = 1, tokens: Int, heads: Int, scores: FloatBuffer,
        into output: ActivationRows
    ) {
        let (width, stride) = (output.channels, output.stride / 4)
        precondition(heads > 0 && width % heads == 0, "\(heads) heads do not divide a width of \(width)")
        Self.expect(qkv, texts * tokens * 3 * width)
        Self.expect(scores, tokens)
        output.expect(rows: texts * tokens)
        for text in 0..<texts {
            table.pointee.causal_attention(
                qkv.start + text * tokens * 3 * width, tokens, width, heads, scores.start,
                output.floats + text * tokens * stride, stride)
        }
    }
}
