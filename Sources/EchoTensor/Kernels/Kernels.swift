internal import CEchoKernels

/// The steps of a forward pass, on buffers; every extent is checked before C sees a pointer.
///
/// Matrices are `[rows, columns]`, row-major, at the front of their buffer; pictures are NHWC.
package enum Kernels {
    private static let table = echo_kernels_best().pointee

    /// Depthwise 7x7 with padding 3; `weights` `[49, channels]`, tap-major.
    package static func depthwise7(
        _ picture: FloatBuffer, height: Int, width: Int, weights: FloatTensor, bias: FloatTensor,
        into output: FloatBuffer
    ) {
        let channels = bias.count
        expect(picture, height * width * channels)
        expect(output, height * width * channels)
        precondition(weights.count == 49 * channels, "\(weights.count) weights, not 49 x \(channels)")
        table.depthwise7(picture.start, height, width, channels, weights.start, bias.start, output.start)
    }

    /// LayerNorm over each row; `input` and `output` may be the same.
    package static func layerNorm(
        _ input: FloatBuffer, rows: Int, scale: FloatTensor, shift: FloatTensor, epsilon: Float,
        into output: FloatBuffer
    ) {
        expect(input, rows * scale.count)
        expect(output, rows * scale.count)
        precondition(shift.count == scale.count, "\(scale.count) scales and \(shift.count) shifts")
        table.layer_norm(input.start, rows, scale.count, scale.start, shift.start, epsilon, output.start)
    }

    /// `values = gelu(values + bias)`, exact.
    package static func biasGELU(_ values: FloatBuffer, rows: Int, bias: FloatTensor) {
        expect(values, rows * bias.count)
        table.bias_gelu(values.start, rows, bias.count, bias.start)
    }

    /// `values += bias`.
    package static func addBias(_ values: FloatBuffer, rows: Int, bias: FloatTensor) {
        expect(values, rows * bias.count)
        table.add_bias(values.start, rows, bias.count, bias.start)
    }

    /// `stream[firstRow + r] += (branch[r] + bias) · gamma`.
    package static func addResidual(
        _ stream: FloatBuffer, firstRow: Int = 0, branch: FloatBuffer, rows: Int, bias: FloatTensor,
        gamma: FloatTensor? = nil
    ) {
        let columns = bias.count
        expect(stream, (firstRow + rows) * columns)
        expect(branch, rows * columns)
        precondition(
            (gamma?.count ?? columns) == columns, "\(gamma?.count ?? 0) gammas for \(columns) columns")
        table.add_residual(
            stream.start + firstRow * columns, branch.start, rows, columns, bias.start, gamma?.start)
    }

    /// Mean of each column over the rows.
    package static func meanRows(_ input: FloatBuffer, rows: Int, columns: Int, into output: FloatBuffer) {
        expect(input, rows * columns)
        expect(output, columns)
        echo_mean_rows(input.start, rows, columns, output.start)
    }

    /// Dot products of one row with each row of `weights` `[outputs, inputs]`.
    package static func project(
        _ input: FloatBuffer, row: Int = 0, weights: FloatTensor, into output: FloatBuffer
    ) {
        precondition(weights.shape.count == 2, "weights of shape \(weights.shape)")
        let (outputs, inputs) = (weights.shape[0], weights.shape[1])
        expect(input, (row + 1) * inputs)
        expect(output, outputs)
        table.scan_dots(input.start + row * inputs, weights.start, outputs, inputs, output.start)
    }

    /// Each token's row of the table plus its position's: `output[i] = table[tokens[i]] + positions[i]`.
    package static func embed(
        _ tokens: [Int], table: FloatTensor, positions: FloatTensor, into output: FloatBuffer
    ) {
        let width = positions.shape[1]
        precondition(table.shape[1] == width, "tokens of \(table.shape[1]) channels, positions of \(width)")
        precondition(
            tokens.count <= positions.shape[0], "\(tokens.count) tokens, \(positions.shape[0]) positions")
        expect(output, tokens.count * width)
        for (place, token) in tokens.enumerated() {
            precondition((0..<table.shape[0]).contains(token), "token \(token) of \(table.shape[0])")
            let (from, position) = (table.start + token * width, positions.start + place * width)
            for channel in 0..<width {
                output.start[place * width + channel] = from[channel] + position[channel]
            }
        }
    }

    static func expect(_ buffer: FloatBuffer, _ count: Int) {
        precondition(buffer.count >= count, "a buffer of \(buffer.count) numbers where \(count) are needed")
    }
}
