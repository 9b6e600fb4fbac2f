internal import CEchoKernels
internal import COpenBLAS

extension Kernels {
    /// Up to this many rows, packing the weights costs OpenBLAS more than it saves.
    ///
    /// Measured on Zen 4 with the text tower's shapes: 10 rows 1.3 to 2.3 times as fast with AVX-512, 0.9 to 1.4
    /// with AVX2; at 49 rows OpenBLAS leads by up to 1.4 with AVX2.
    static let fewRows = 24

    /// `output[r] = weights · input[firstRow + r]`, without a bias.
    ///
    /// - Parameters:
    ///   - input: shape `[firstRow + rows, inputs]`.
    ///   - weights: shape `[outputs, inputs]`, as PyTorch keeps a linear layer.
    ///   - output: shape `[rows, outputs]`.
    package func linear(
        _ input: FloatBuffer, firstRow: Int = 0, rows: Int, weights: FloatTensor, into output: FloatBuffer
    ) {
        precondition(weights.shape.count == 2, "weights of shape \(weights.shape)")
        let (outputs, inputs) = (weights.shape[0], weights.shape[1])
        Self.expect(input, (firstRow + rows) * inputs)
        Self.expect(output, rows * outputs)
        if rows <= Self.fewRows {
            table.pointee.linear_few(
                input.start + firstRow * inputs, rows, inputs, weights.start, outputs, output.start)
            return
        }
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(outputs), Int32(inputs), 1,
            input.start + firstRow * inputs, Int32(inputs), weights.start, Int32(inputs), 0, output.start,
            Int32(outputs))
    }

    /// Causal self-attention of `tokens` tokens, every head.
    ///
    /// - Parameters:
    ///   - qkv: shape `[tokens, 3 · width]`: queries, keys, values.
    ///   - scores: working memory for `tokens · tokens` numbers.
    ///   - output: shape `[tokens, width]`, before the output layer.
    package func causalAttention(
        qkv: FloatBuffer, tokens: Int, width: Int, heads: Int, scores: FloatBuffer, into output: FloatBuffer
    ) {
        precondition(heads > 0 && width % heads == 0, "\(heads) heads do not divide a width of \(width)")
        Self.expect(qkv, tokens * 3 * width)
        Self.expect(scores, tokens * tokens)
        Self.expect(output, tokens * width)
        let size = width / heads
        let (count, depth, row) = (Int32(tokens), Int32(size), Int32(3 * width))
        for head in 0..<heads {
            let query = qkv.start + head * size
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasTrans, count, count, depth, 1 / Float(size).squareRoot(),
                query, row, query + width, row, 0, scores.start, count)
            table.pointee.causal_softmax(scores.start, tokens)
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, count, depth, count, 1, scores.start, count,
                query + 2 * width, row, 0, output.start + head * size, Int32(width))
        }
    }
}
