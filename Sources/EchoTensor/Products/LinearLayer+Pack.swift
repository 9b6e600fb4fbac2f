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

    /// Panels of a format, `panel` outputs each.
    func panels(_ format: NumberFormat, _ outliers: Outliers?, panel: Int) -> FloatTensor {
        var layer = described
        let wide = outliers?.wide.map(UInt32.init) ?? []
        let bytes =
            switch format {
            case .fp32: echo_packed_size_f32(inputs, outputs, panel)
            case .bf16: echo_packed_size_bf16(inputs, outputs, panel)
            case .int8: echo_packed_size_i8(inputs, outputs, wide.count, panel)
            }
        let packed = FloatBuffer(count: bytes / 4)
        switch format {
        case .fp32: echo_pack_f32(&layer, panel, packed.start)
        case .bf16: echo_pack_bf16(&layer, panel, packed.start)
        case .int8:
            let factors = outliers?.factors ?? Outliers.none(inputs: inputs).factors
            echo_pack_i8(&layer, factors.start, wide, wide.count, panel, packed.start)
        }
        return FloatTensor(shape: [bytes / 4], mapped: packed.start, owner: packed)
    }

    private var described: echo_layer {
        echo_layer(
            weights: weights.start, bias: bias.start, inputs: inputs, outputs: outputs,
            input_scale: inputScale?.start, input_shift: inputShift?.start, output_scale: outputScale?.start)
    }
}
