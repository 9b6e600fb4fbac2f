internal import CEchoKernels

/// A linear layer in the order that one instruction set's products read it.
///
/// The portable set has fp32 products by OpenBLAS, and keeps the weights as they are.
package struct PackedLinear: Sendable {
    /// Numbers in a row that comes in.
    package let inputs: Int
    /// Numbers in a row that goes out.
    package let outputs: Int
    /// Of its weights, and of the rows that come in.
    package let format: NumberFormat
    /// Treated apart; bytes alone.
    package let outliers: Outliers?
    let kernels: Kernels
    let storage: Storage

    /// Inputs in bytes, at most: so many products of 255 and 127 fit into the 32 bits that they are summed in.
    package static let mostByteInputs = 66_000

    /// Where the weights are.
    enum Storage: Sendable {
        /// Panels as `echo_products.h` says.
        case panels(FloatTensor)
        /// Row-major, for OpenBLAS.
        case rows(weights: FloatTensor, bias: FloatTensor)
    }

    /// Folds and packs.
    ///
    /// - Parameter outliers: for bytes; none where nothing is given.
    /// - Precondition: bytes have at most ``mostByteInputs`` inputs.
    /// - Complexity: O(weights); memory for as many, none for an unfolded portable layer in fp32.
    package init(
        _ layer: LinearLayer, format: NumberFormat = .fp32, outliers: Outliers? = nil, kernels: Kernels
    ) {
        precondition(
            format != .int8 || layer.inputs <= Self.mostByteInputs, "\(layer.inputs) inputs in bytes")
        (inputs, outputs) = (layer.inputs, layer.outputs)
        self.format = format
        self.kernels = kernels
        self.outliers = format == .int8 ? outliers ?? .none(inputs: layer.inputs) : nil
        if format == .fp32, kernels.instructions == .portable {
            storage = layer.isPlain ? .rows(weights: layer.weights, bias: layer.bias) : layer.foldedRows()
        } else {
            storage = .panels(layer.panels(format, self.outliers, kernels))
        }
        layer.weights.releasePages()
    }

    /// Takes panels that an earlier packing left.
    ///
    /// - Returns: `nil` where they have another length than this layer's.
    package init?(
        panels: FloatTensor, inputs: Int, outputs: Int, format: NumberFormat, outliers: Outliers?,
        kernels: Kernels
    ) {
        let wide = outliers?.wide.count ?? 0
        guard
            panels.count
                == kernels.panelNumbers(format, inputs: inputs, outputs: outputs, wide: wide)
        else { return nil }
        (self.inputs, self.outputs) = (inputs, outputs)
        self.format = format
        self.kernels = kernels
        self.outliers = outliers
        storage = .panels(panels)
    }

    /// The packed weights; `nil` where they lie as the checkpoint has them.
    package var panels: FloatTensor? {
        if case .panels(let panels) = storage { panels } else { nil }
    }

    /// Rows as this layer takes them, over a buffer of ``rowNumbers(_:)``.
    package func rows(over storage: FloatBuffer, capacity: Int) -> ActivationRows {
        ActivationRows(
            storage, format: format, channels: inputs, capacity: capacity, wide: outliers?.wide.count ?? 0,
            group: kernels.table.pointee.group)
    }

    /// Numbers that a buffer for so many rows of this layer's input needs.
    package func rowNumbers(_ rows: Int) -> Int {
        ActivationRows.floats(
            format: format, channels: inputs, rows: rows, wide: outliers?.wide.count ?? 0,
            group: kernels.table.pointee.group)
    }

    /// The format that ``applyGELU(_:rows:into:)`` leaves its results in.
    package var hiddenFormat: NumberFormat { format == .bf16 ? .bf16 : .fp32 }

    /// `output[firstRow + r] = weights · input[r] + bias`, and the residual's row on top where there is one.
    ///
    /// - Parameters:
    ///   - input: in this layer's format.
    ///   - residual: shape as `output`.
    ///   - output: shape `[firstRow + rows, outputs]`.
    package func apply(
        _ input: ActivationRows, rows: Int, adding residual: FloatBuffer? = nil, into output: FloatBuffer,
        firstRow: Int = 0
    ) {
        expect(input, rows: rows)
        Kernels.expect(output, (firstRow + rows) * outputs)
        if let residual { Kernels.expect(residual, (firstRow + rows) * outputs) }
        let (out, added) = (output.start + firstRow * outputs, residual.map { $0.start + firstRow * outputs })
        switch storage {
        case .panels(let packed):
            run(
                input, rows: rows, packed: packed, residual == nil ? ECHO_FINISH_NONE : ECHO_FINISH_RESIDUAL,
                residual: added, into: out, stride: outputs)
        case .rows(let weights, let bias):
            for row in 0..<(added == nil ? 0 : rows) {
                added.map { (out + row * outputs).update(from: $0 + row * outputs, count: outputs) }
            }
            sgemm(input, rows: rows, weights: weights, isAdded: added != nil, into: out, stride: outputs)
            kernels.table.pointee.add_bias(out, rows, outputs, bias.start)
        }
    }

    /// `output[r] = gelu(weights · input[r] + bias)`, exact GELU.
    ///
    /// - Parameter output: rows of `outputs`: in bf16 where this layer is, else in fp32.
    package func applyGELU(_ input: ActivationRows, rows: Int, into output: ActivationRows) {
        expect(input, rows: rows)
        output.expect(rows: rows)
        precondition(output.channels == outputs, "rows of \(output.channels), not \(outputs)")
        precondition(output.format == hiddenFormat, "rows of \(output.format) after \(format)")
        let stride = output.stride / (output.format == .bf16 ? 2 : 4)
        switch storage {
        case .panels(let packed):
            run(
                input, rows: rows, packed: packed, ECHO_FINISH_GELU, residual: nil, into: output.start,
                stride: stride)
        case .rows(let weights, let bias):
            sgemm(
                input, rows: rows, weights: weights, isAdded: false, into: output.floats, stride: stride)
            for row in 0..<rows {
                kernels.table.pointee.bias_gelu(output.floats + row * stride, 1, outputs, bias.start)
            }
        }
    }

    private func expect(_ input: ActivationRows, rows: Int) {
        input.expect(rows: rows)
        precondition(
            input.channels == inputs && input.format == format,
            "rows of \(input.channels) in \(input.format), not of \(inputs) in \(format)")
        let wide = outliers?.wide.count ?? 0
        precondition(input.wide == wide, "rows with \(input.wide) wide channels, not \(wide)")
        let group = kernels.table.pointee.group
        precondition(
            format != .int8 || input.group == group, "rows of \(input.group) bytes a word, not \(group)")
    }
}
