internal import EchoCore

/// One decoded frame before its colors are made: interleaved samples as the stream or the file holds them.
struct DICOMSamples {
    /// What the samples are.
    enum Model { case gray, palette, rgb, ybr }

    let size: PictureSize
    let model: Model
    /// Whether the model is beyond doubt; else the pixels may overrule it.
    let isCertain: Bool
    /// 1 or 2, low byte first.
    let bytesPerSample: Int
    /// The bits that the coded stream gives each sample; `nil` for uncompressed data.
    let precision: Int?
    /// Shape `[height, width, 1 or 3]`.
    let bytes: [UInt8]

    /// The model by the tag alone.
    static func model(_ photometric: DICOMPhotometric) -> Model {
        switch photometric {
        case .monochrome1, .monochrome2: .gray
        case .palette: .palette
        case .rgb, .ybrReversible, .ybrIrreversible: .rgb
        case .ybrFull, .ybrFull422, .ybrPartial420, .ybrPartial422: .ybr
        }
    }

    /// The model after the pixels have been asked, where neither a marker nor a codestream settled it.
    ///
    /// An echo's background is black: (0, 0, 0) as RGB and (0, 128, 128) as luminance and chrominance. Where
    /// at least an eighth of the pixels are dark in the first sample and 95 % of those agree, they decide; so
    /// a file whose tag lies does not come out green.
    var settledModel: Model {
        guard !isCertain, model == .rgb || model == .ybr, bytesPerSample == 1 else { return model }
        var dark = 0
        var neutral = 0
        var black = 0
        for pixel in stride(from: 0, to: bytes.count - 2, by: 3) where bytes[pixel] <= 16 {
            dark += 1
            let (second, third) = (bytes[pixel + 1], bytes[pixel + 2])
            if 104...152 ~= second && 104...152 ~= third { neutral += 1 }
            if second <= 48 && third <= 48 { black += 1 }
        }
        guard dark * 8 >= size.pixelCount else { return model }
        if neutral * 100 >= dark * 95 { return .ybr }
        if black * 100 >= dark * 95 { return .rgb }
        return model
    }
}
