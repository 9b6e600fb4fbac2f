internal import CFFmpeg

/// One open decoder, fed packets in file order, giving frames in presentation order.
///
/// Owns its `AVCodecContext` and `AVFrame`, cannot be copied, and frees them once. Runs on the caller's thread
/// alone: readers run in parallel, not codecs.
struct VideoDecoder: ~Copyable {
    private let context: UnsafeMutablePointer<AVCodecContext>
    /// The frame that the last successful ``receive()`` filled.
    let frame: UnsafeMutablePointer<AVFrame>

    /// What ``receive()`` found.
    enum Outcome: Equatable {
        case frame
        case needsPacket
        case finished
        case failed(status: Int32)
    }

    /// Opens the decoder of a stream.
    init(stream: UnsafeMutablePointer<AVStream>, limits: DecodeLimits) throws(DecodeError) {
        guard let parameters = stream.pointee.codecpar else { throw .noFrames }
        guard let codec = avcodec_find_decoder(parameters.pointee.codec_id) else {
            throw .unsupportedCodec(name: Self.name(of: parameters.pointee.codec_id))
        }
        var opened = avcodec_alloc_context3(codec)
        var picture = av_frame_alloc()
        do throws(DecodeError) {
            guard let opened, picture != nil else { throw .unreadable(status: echo_averror_memory) }
            try Self.check(avcodec_parameters_to_context(opened, parameters))
            opened.pointee.pkt_timebase = stream.pointee.time_base
            opened.pointee.thread_count = 1
            opened.pointee.max_pixels = limits.paddedPixels
            opened.pointee.err_recognition = Self.strictness(of: parameters.pointee.codec_id)
            try Self.check(avcodec_open2(opened, codec, nil))
        } catch {
            avcodec_free_context(&opened)
            av_frame_free(&picture)
            throw error
        }
        guard let opened, let picture else { throw .unreadable(status: echo_averror_memory) }
        (context, frame) = (opened, picture)
    }

    deinit {
        var freeing = (
            context as UnsafeMutablePointer<AVCodecContext>?, frame as UnsafeMutablePointer<AVFrame>?
        )
        avcodec_free_context(&freeing.0)
        av_frame_free(&freeing.1)
    }

    /// Feeds one packet, or `nil` to say that there are no more; 0, or the codec's negative status.
    func send(_ packet: UnsafeMutablePointer<AVPacket>?) -> Int32 { avcodec_send_packet(context, packet) }

    /// Takes the next frame in presentation order, if there is one.
    func receive() -> Outcome {
        let status = avcodec_receive_frame(context, frame)
        switch status {
        case 0: return .frame
        case echo_averror_again: return .needsPacket
        case echo_averror_end: return .finished
        default: return .failed(status: status)
        }
    }

    /// Forgets all pictures: the next packet has to be one that needs none before it.
    func restart() { avcodec_flush_buffers(context) }

    /// Feeds one packet, or `nil` at the end, and notes the pictures it gives.
    func count(
        _ packet: UnsafeMutablePointer<AVPacket>?, into shown: inout [FrameStamp]
    ) throws(DecodeError) {
        let status = send(packet)
        guard status >= 0 else { throw .damagedFrame(index: shown.count, status: status) }
        while true {
            switch receive() {
            case .frame:
                shown.append(
                    FrameStamp(
                        presentation: frame.pointee.best_effort_timestamp, decoding: frame.pointee.pkt_dts))
            case .failed(let status): throw .damagedFrame(index: shown.count, status: status)
            case .needsPacket, .finished: return
            }
        }
    }

    /// Whether the codec itself marked the last frame as faulty or patched up.
    var frameIsDamaged: Bool {
        frame.pointee.flags & AV_FRAME_FLAG_CORRUPT != 0 || frame.pointee.decode_error_flags != 0
    }

    /// A codec's short name, such as `h264`.
    static func name(of codec: AVCodecID) -> String { String(cString: avcodec_get_name(codec)) }

    /// Which faults end a frame's decoding.
    ///
    /// H.264 patches faults up and says so in the frame's flags; the others would hand out a faulty picture in
    /// silence.
    static func strictness(of codec: AVCodecID) -> Int32 {
        codec == AV_CODEC_ID_H264 ? 0 : AV_EF_EXPLODE | AV_EF_CRCCHECK
    }

    private static func check(_ status: Int32) throws(DecodeError) {
        guard status >= 0 else { throw .unreadable(status: status) }
    }
}
