internal import CFFmpeg
internal import EchoCore

/// Turns RGB pictures into an encoder's planes by BT.601, as decoders without other word turn them back.
///
/// Owns its `SwsContext` and `AVFrame`, cannot be copied, and frees them once.
struct PictureConverter: ~Copyable {
    private let size: PictureSize
    private var context: OpaquePointer?
    private var picture: UnsafeMutablePointer<AVFrame>?

    /// Exact arithmetic, so that every machine gives the same bytes.
    private static let flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT

    /// Makes room for one picture.
    init(size: PictureSize, to format: AVPixelFormat) throws(ExportError) {
        self.size = size
        guard let width = Int32(exactly: size.width), let height = Int32(exactly: size.height) else {
            throw .tooLarge(
                what: "pixels a side", found: max(size.width, size.height), limit: Int(Int32.max))
        }
        context = sws_getContext(
            width, height, AV_PIX_FMT_RGB24, width, height, format, Self.flags, nil, nil, nil)
        picture = av_frame_alloc()
        guard context != nil, let picture else {
            throw .notEncoded(library: "libswscale", status: echo_averror_memory)
        }
        picture.pointee.format = format.rawValue
        picture.pointee.width = width
        picture.pointee.height = height
        let status = av_frame_get_buffer(picture, 0)
        guard status >= 0 else { throw .notEncoded(library: "libavutil", status: status) }
    }

    deinit {
        var freeing = picture
        sws_freeContext(context)
        av_frame_free(&freeing)
    }

    /// Converts a picture and gives it a time; what is returned is valid until the next one.
    ///
    /// - Parameter rgb: shape `[height, width, 3]`.
    mutating func convert(
        _ rgb: [UInt8], stamp: Int64
    ) throws(ExportError) -> UnsafeMutablePointer<AVFrame> {
        precondition(
            rgb.count == size.pixelCount * 3,
            "\(size) RGB needs \(size.pixelCount * 3) bytes, there are \(rgb.count)")
        guard let picture else { throw .notEncoded(library: "libavutil", status: echo_averror_memory) }
        // The encoder may still read the picture before it.
        let writable = av_frame_make_writable(picture)
        guard writable >= 0 else { throw .notEncoded(library: "libavutil", status: writable) }
        let converted = rgb.withUnsafeBufferPointer { source in
            let (data, strides) = (picture.pointee.data, picture.pointee.linesize)
            return sws_scale(
                context, [source.baseAddress, nil, nil, nil], [Int32(size.width * 3), 0, 0, 0], 0,
                Int32(size.height), [data.0, data.1, data.2, data.3],
                [strides.0, strides.1, strides.2, strides.3])
        }
        guard converted == Int32(size.height) else {
            throw .notEncoded(library: "libswscale", status: converted)
        }
        picture.pointee.pts = stamp
        picture.pointee.pict_type = AV_PICTURE_TYPE_NONE
        return picture
    }
}
