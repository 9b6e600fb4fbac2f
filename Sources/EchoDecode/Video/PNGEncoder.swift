internal import CFFmpeg
internal import EchoCore

/// One PNG encoder of a given size.
///
/// Owns its `AVCodecContext` and `AVFrame`, cannot be copied, and frees them once.
struct PNGEncoder: ~Copyable {
    private let size: PictureSize
    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?
    private var packet: UnsafeMutablePointer<AVPacket>?

    /// Opens libavcodec's encoder.
    init(size: PictureSize) throws(DecodeError) {
        self.size = size
        let codec = avcodec_find_encoder(AV_CODEC_ID_PNG)
        context = avcodec_alloc_context3(codec)
        frame = av_frame_alloc()
        packet = av_packet_alloc()
        guard let codec, let context, let frame, packet != nil,
            let width = Int32(exactly: size.width), let height = Int32(exactly: size.height)
        else { throw .notEncoded(status: echo_averror_memory) }
        context.pointee.width = width
        context.pointee.height = height
        context.pointee.pix_fmt = AV_PIX_FMT_RGB24
        context.pointee.time_base = AVRational(num: 1, den: 1)
        context.pointee.thread_count = 1
        try Self.check(avcodec_open2(context, codec, nil))
        frame.pointee.width = width
        frame.pointee.height = height
        frame.pointee.format = AV_PIX_FMT_RGB24.rawValue
        try Self.check(av_frame_get_buffer(frame, 0))
    }

    deinit {
        var closing = (context, frame, packet)
        avcodec_free_context(&closing.0)
        av_frame_free(&closing.1)
        av_packet_free(&closing.2)
    }

    /// Encodes one picture to a whole PNG file's bytes.
    func encode(_ rgb: [UInt8]) throws(DecodeError) -> [UInt8] {
        precondition(
            rgb.count == size.pixelCount * 3,
            "\(size) RGB needs \(size.pixelCount * 3) bytes, there are \(rgb.count)")
        guard let context, let frame, let packet, let rows = frame.pointee.data.0 else {
            throw .notEncoded(status: echo_averror_memory)
        }
        let stride = Int(frame.pointee.linesize.0)
        rgb.withUnsafeBytes { source in
            for row in 0..<size.height {
                let line = UnsafeRawBufferPointer(
                    rebasing: source[row * size.width * 3..<(row + 1) * size.width * 3])
                UnsafeMutableRawBufferPointer(start: rows + row * stride, count: line.count).copyMemory(
                    from: line)
            }
        }
        try Self.check(avcodec_send_frame(context, frame))
        try Self.check(avcodec_send_frame(context, nil))
        try Self.check(avcodec_receive_packet(context, packet))
        return Array(UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
    }

    private static func check(_ status: Int32) throws(DecodeError) {
        guard status >= 0 else { throw .notEncoded(status: status) }
    }
}
