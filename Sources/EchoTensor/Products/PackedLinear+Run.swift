internal import CEchoKernels
internal import COpenBLAS

extension PackedLinear {
    /// Rows in the format that this layer takes: themselves, or converted over a buffer of
    /// ``rowNumbers(_:)``.
    package func taking(_ input: ActivationRows, rows: Int, over buffer: FloatBuffer) -> ActivationRows {
        guard input.format != format else { return input }
        let converted = self.rows(over: buffer, capacity: rows)
        kernels.convert(input, rows: rows, into: converted, outliers: outliers)
        return converted
    }

    /// Calls the format's product; extents are checked by the caller.
    func run(
        _ input: ActivationRows, rows: Int, packed: FloatTensor, _ finish: echo_finish,
        residual: UnsafeMutablePointer<Float>?, into output: UnsafeMutableRawPointer, stride: Int
    ) {
        var product = echo_product(
            in: input.start, rows: rows, stride: input.stride, packed: packed.start, inputs: inputs,
            outputs: outputs, finish: finish, residual: residual, out: output, out_stride: stride,
            row_scales: input.rowScales, row_zeros: input.rowZeros, wide: outliers?.wide.count ?? 0)
        switch format {
        case .fp32: kernels.table.pointee.product_f32(&product)
        case .bf16: kernels.table.pointee.product_bf16(&product)
        case .int8: kernels.table.pointee.product_i8(&product)
        }
    }

    /// OpenBLAS's product, onto what is there or over it.
    func sgemm(
        _ input: ActivationRows, rows: Int, weights: FloatTensor, isAdded: Bool,
        into output: UnsafeMutablePointer<Float>, stride: Int
    ) {
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(outputs), Int32(inputs), 1,
            input.floats, Int32(input.stride / 4), weights.start, Int32(inputs), isAdded ? 1 : 0, output,
            Int32(stride))
    }
}
