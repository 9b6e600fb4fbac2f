extension DecodeLimits {
    /// Refuses a picture with more pixels than allowed; an extent of 0 is not yet known, and passes.
    func check(width: Int, height: Int) throws(DecodeError) {
        let (pixels, overflows) = max(0, width).multipliedReportingOverflow(by: max(0, height))
        guard !overflows, pixels <= framePixels else {
            throw .tooLarge(what: "pixels a frame", found: overflows ? .max : pixels, limit: framePixels)
        }
    }

    /// What a codec may allocate for one frame: the limit, and room for its padding to whole blocks.
    var paddedPixels: Int64 { Int64(clamping: framePixels).addingReportingOverflow(1 << 20).partialValue }
}
