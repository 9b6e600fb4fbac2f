internal import CFFmpeg
internal import EchoCore

/// One open encoder, fed pictures in time order, giving packets in the same order.
///
/// Owns its `AVCodecContext` and `AVPacket`, cannot be copied, and frees them once. Runs on the caller's thread
/// alone and writes nothing that names its version, so that the same pictures give the same bytes.
struct VideoEncoder: ~Copyable {
    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var packet: UnsafeMutablePointer<AVPacket>?
    private let library: String

    /// Opens libavcodec's encoder of a format.
    init(_ format: VideoFormat, size: PictureSize, timeBase: AVRational) throws(ExportError) {
        library = format.encoder
        guard let codec = avcodec_find_encoder_by_name(format.encoder) else {
            throw .noEncoder(name: format.encoder)
        }
        context = avcodec_alloc_context3(codec)
        packet = av_packet_alloc()
        guard let context, packet != nil else {
            throw .notEncoded(library: library, status: echo_averror_memory)
        }
        context.pointee.width = Int32(size.width)
        context.pointee.height = Int32(size.height)
        context.pointee.pix_fmt = format.pixelFormat
        context.pointee.time_base = timeBase
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        context.pointee.colorspace = AVCOL_SPC_SMPTE170M
        context.pointee.color_range = format == .avi ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG
        let status = Self.open(context, codec, format)
        guard status >= 0 else { throw .notEncoded(library: library, status: status) }
    }

    deinit {
        var freeing = (context, packet)
        avcodec_free_context(&freeing.0)
        av_packet_free(&freeing.1)
    }

    private static func open(
        _ context: UnsafeMutablePointer<AVCodecContext>, _ codec: UnsafePointer<AVCodec>,
        _ format: VideoFormat
    ) -> Int32 {
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        switch format {
        case .avi:
            context.pointee.flags |= AV_CODEC_FLAG_QSCALE
            context.pointee.global_quality = VideoFormat.quantizer * FF_QP2LAMBDA
            context.pointee.qmin = VideoFormat.quantizer
            context.pointee.qmax = VideoFormat.quantizer
        case .mp4:
            context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
            // No picture waits for a later one: presentation order is file order, and no edit list is needed.
            context.pointee.max_b_frames = 0
            av_dict_set(&options, "preset", VideoFormat.preset, 0)
            av_dict_set(&options, "crf", VideoFormat.rateFactor, 0)
        }
        return avcodec_open2(context, codec, &options)
    }

    /// Describes the coded stream to its container.
    func describe(to stream: UnsafeMutablePointer<AVStream>) throws(ExportError) {
        let status = avcodec_parameters_from_context(stream.pointee.codecpar, context)
        guard status >= 0 else { throw .notEncoded(library: library, status: status) }
    }

    /// Feeds one picture, or `nil` to say that there are no more.
    func send(_ picture: UnsafeMutablePointer<AVFrame>?) throws(ExportError) {
        let status = avcodec_send_frame(context, picture)
        guard status >= 0 else { throw .notEncoded(library: library, status: status) }
    }

    /// The next packet; `nil` where the encoder wants another picture, or has given all.
    func receive() throws(ExportError) -> UnsafeMutablePointer<AVPacket>? {
        let status = avcodec_receive_packet(context, packet)
        if status == echo_averror_again || status == echo_averror_end { return nil }
        guard status >= 0 else { throw .notEncoded(library: library, status: status) }
        return packet
    }
}
