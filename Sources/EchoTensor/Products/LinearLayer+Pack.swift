internal import CEchoKernels

extension LinearLayer {
    /// Row-major, everything folded in.
    func foldedRows() -> PackedLinear.Storage {
        let (matrix, biases) = (FloatBuffer(count: inputs * outputs), FloatBuffer(count: outputs))
        var layer = described
        echo_fold(&layer, matrix.start, biases.start)
        return .rows(
            weights: FloatTensor(shape: [outputs, inputs], mapped: matrix.start, owner: matrix),
            bias: FloatTensor(shape: [outputs], mapped: biases.start, owner: biases))
    }

    /// Panels of a format as a set of kernels reads them.
    func panels(_ format: NumberFormat, _ outliers: Outliers?, _ kernels: Kernels) -> FloatTensor {
        var layer = described
        let (panel, group) = (kernels.table.pointee.panel, kernels.table.pointee.group)
        let wide = outliers?.wide.map(UInt32.init) ?? []
        let packed = FloatBuffer(
            count: kernels.panelNumbers(format, inputs: inputs, outputs: outputs, wide: wide.count))
        switch format {
        case .fp32: echo_pack_f32(&layer, panel, packed.start)
        case .bf16: echo_pack_bf16(&layer, panel, packed.start)
        case .int8:
            let factors = outliers?.factors ?? Outliers.none(inputs: inputs).factors
            echo_pack_i8(&layer, factors.start, wide, wide.count, group, panel, packed.start)
        }
        return FloatTensor(shape: [packed.count], mapped: packed.start, owner: packed)
    }

    private var described: echo_layer {
        echo_layer(
            weights: weights.start, bias: bias.start, inputs: inputs, outputs: outputs,
            input_scale: inputScale?.start, input_shift: inputShift?.start, output_scale: outputScale?.start)
    }
}
