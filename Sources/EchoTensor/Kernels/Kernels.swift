internal import CEchoKernels

/// The steps of a forward pass with one instruction set, on buffers; every extent is checked before C sees a
/// pointer.
///
/// Matrices are `[rows, columns]`, row-major, at the front of their buffer; pictures are NHWC.
///
/// - Note: `@unchecked Sendable` holds: `table` points to a constant of the program.
public struct Kernels: @unchecked Sendable {
    /// Whose instructions they use.
    public let instructions: InstructionSet
    let table: UnsafePointer<echo_kernels>

    /// The fastest that this processor has.
    public static let best = Kernels(
        instructions: InstructionSet(echo_isa_best()), table: echo_kernels_best())

    /// Those of one instruction set; `nil` where this processor or this build lacks it.
    public init?(_ instructions: InstructionSet) {
        guard let table = echo_kernels_for(instructions.code) else { return nil }
        self.init(instructions: instructions, table: table)
    }

    private init(instructions: InstructionSet, table: UnsafePointer<echo_kernels>) {
        self.instructions = instructions
        self.table = table
    }

    /// Image rows `rows` of a depthwise 7x7 with padding 3; `weights` `[49, channels]`, tap-major.
    package func depthwise7(
        _ picture: FloatBuffer, height: Int, width: Int, rows: Range<Int>, weights: FloatTensor,
        bias: FloatTensor, into output: FloatBuffer
    ) {
        let channels = bias.count
        precondition(rows.lowerBound >= 0 && rows.upperBound <= height, "rows \(rows) of \(height)")
        Self.expect(picture, height * width * channels)
        Self.expect(output, rows.count * width * channels)
        precondition(weights.count == 49 * channels, "\(weights.count) weights, not 49 x \(channels)")
        table.pointee.depthwise7(
            picture.start, height, width, channels, weights.start, bias.start, rows.lowerBound, rows.count,
            output.start)
    }

    /// LayerNorm over each row; `input` and `output` may be the same where `firstRow` is 0.
    ///
    /// - Parameter firstRow: where in `output` the first row goes.
    package func layerNorm(
        _ input: FloatBuffer, rows: Int, scale: FloatTensor, shift: FloatTensor, epsilon: Float,
        into output: FloatBuffer, firstRow: Int = 0
    ) {
        let channels = scale.count
        Self.expect(input, rows * channels)
        Self.expect(output, (firstRow + rows) * channels)
        precondition(shift.count == channels, "\(channels) scales and \(shift.count) shifts")
        table.pointee.layer_norm(
            input.start, rows, channels, scale.start, shift.start, epsilon,
            output.start + firstRow * channels)
    }

    /// Mean of each column over the rows.
    package func meanRows(_ input: FloatBuffer, rows: Int, columns: Int, into output: FloatBuffer) {
        Self.expect(input, rows * columns)
        Self.expect(output, columns)
        echo_mean_rows(input.start, rows, columns, output.start)
    }

    /// Dot products of one row with each row of `weights` `[outputs, inputs]`.
    package func project(
        _ input: FloatBuffer, row: Int = 0, weights: FloatTensor, into output: FloatBuffer
    ) {
        precondition(weights.shape.count == 2, "weights of shape \(weights.shape)")
        let (outputs, inputs) = (weights.shape[0], weights.shape[1])
        Self.expect(input, (row + 1) * inputs)
        Self.expect(output, outputs)
        table.pointee.scan_dots(input.start + row * inputs, weights.start, outputs, inputs, output.start)
    }

    /// Each token's row of the table plus its position's: `output[firstRow + i] = table[tokens[i]] + positions[i]`.
    package func embed(
        _ tokens: [Int], table tokenTable: FloatTensor, positions: FloatTensor, into output: FloatBuffer,
        firstRow: Int = 0
    ) {
        let width = positions.shape[1]
        precondition(
            tokenTable.shape[1] == width, "tokens of \(tokenTable.shape[1]) channels, positions of \(width)")
        precondition(
            tokens.count <= positions.shape[0], "\(tokens.count) tokens, \(positions.shape[0]) positions")
        Self.expect(output, (firstRow + tokens.count) * width)
        for (place, token) in tokens.enumerated() {
            precondition(
                (0..<tokenTable.shape[0]).contains(token), "token \(token) of \(tokenTable.shape[0])")
            let (from, position) = (tokenTable.start + token * width, positions.start + place * width)
            for channel in 0..<width {
                output.start[(firstRow + place) * width + channel] = from[channel] + position[channel]
            }
        }
    }

    static func expect(_ buffer: FloatBuffer, _ count: Int) {
        precondition(buffer.count >= count, "a buffer of \(buffer.count) numbers where \(count) are needed")
    }
}
