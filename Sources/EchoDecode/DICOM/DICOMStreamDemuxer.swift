internal import CFFmpeg

/// libavformat and libavcodec on a video stream that lies in fragments; it owns their contexts.
///
/// Elementary streams, MPEG program and transport streams and MP4 are taken, as DICOM allows; nothing else is
/// probed, and no file beside this one is opened.
final class DICOMStreamDemuxer {
    private let bytes: FileStream
    private var container: UnsafeMutablePointer<AVFormatContext>?
    private var decoder: UnsafeMutablePointer<AVCodecContext>?
    private var packet = av_packet_alloc()
    private var picture = av_frame_alloc()
    private var stream: Int32 = -1
    private var isDrained = false

    private static let formats = "h264,hevc,mpegvideo,mpeg,mpegts,mov"
    private static let codecs: [AVCodecID] = [
        AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_MPEG1VIDEO,
    ]

    /// Opens the stream and its decoder.
    ///
    /// - Throws: ``DecodeError/damagedFrame(index:status:)``, ``DecodeError/noVideoStream(streams:)``,
    ///   ``DecodeError/tooLarge(what:found:limit:)``.
    init(_ file: RegularFile, ranges: [Range<Int>], limits: DecodeLimits) throws(DecodeError) {
        bytes = try FileStream(file, ranges: ranges)
        try openContainer(limits: limits)
        try openDecoder(limits: limits)
    }

    deinit {
        av_frame_free(&picture)
        av_packet_free(&packet)
        avcodec_free_context(&decoder)
        avformat_close_input(&container)
    }

    /// Milliseconds between frames by the stream's own header; `nil` where it does not say.
    var interval: Double? {
        guard let rate = container?.pointee.streams[Int(stream)]?.pointee.avg_frame_rate, rate.num > 0,
            rate.den > 0
        else { return nil }
        return 1000 * Double(rate.den) / Double(rate.num)
    }

    private func openContainer(limits: DecodeLimits) throws(DecodeError) {
        container = avformat_alloc_context()
        guard let container else { throw .damagedFrame(index: 0, status: echo_averror_memory) }
        container.pointee.pb = bytes.context
        container.pointee.io_open = { _, _, _, _, _ in echo_averror_refused }
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "format_whitelist", Self.formats, 0)
        av_dict_set(&options, "protocol_whitelist", "none", 0)
        av_dict_set(&options, "max_streams", "16", 0)
        let status = avformat_open_input(&self.container, nil, nil, &options)
        guard status == 0 else { throw .damagedFrame(index: 0, status: status) }
        let found = VideoContainer.findParameters(of: container, limits: limits)
        guard found >= 0 else { throw .damagedFrame(index: 0, status: found) }
    }

    private func openDecoder(limits: DecodeLimits) throws(DecodeError) {
        stream = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        let streams = Int(container?.pointee.nb_streams ?? 0)
        guard stream >= 0, let parameters = container?.pointee.streams[Int(stream)]?.pointee.codecpar,
            Self.codecs.contains(parameters.pointee.codec_id),
            let codec = avcodec_find_decoder(parameters.pointee.codec_id)
        else { throw .noVideoStream(streams: streams) }
        try limits.check(width: Int(parameters.pointee.width), height: Int(parameters.pointee.height))
        decoder = avcodec_alloc_context3(codec)
        guard let decoder else { throw .damagedFrame(index: 0, status: echo_averror_memory) }
        var status = avcodec_parameters_to_context(decoder, parameters)
        guard status >= 0 else { throw .damagedFrame(index: 0, status: status) }
        decoder.pointee.thread_count = 1
        decoder.pointee.max_pixels = limits.paddedPixels
        decoder.pointee.err_recognition = VideoDecoder.strictness(of: parameters.pointee.codec_id)
        status = avcodec_open2(decoder, codec, nil)
        guard status == 0 else { throw .damagedFrame(index: 0, status: status) }
    }

    /// Counts the stream's coded pictures without decoding; the stream is at its end afterwards.
    func countPackets(upTo limit: Int) -> Int {
        var count = 0
        while count <= limit, av_read_frame(container, packet) >= 0 {
            if packet?.pointee.stream_index == stream { count += 1 }
            av_packet_unref(packet)
        }
        return count
    }

    /// Decodes the next picture in showing order and lends it; `nil` at the stream's end.
    ///
    /// - Parameter index: the picture's number, for the error.
    func next(index: Int) throws(DecodeError) -> UnsafeMutablePointer<AVFrame>? {
        while true {
            let status = avcodec_receive_frame(decoder, picture)
            if status == echo_averror_end { return nil }
            if status == 0 {
                guard let picture, picture.pointee.decode_error_flags == 0,
                    picture.pointee.flags & AV_FRAME_FLAG_CORRUPT == 0
                else { throw .damagedFrame(index: index, status: 0) }
                return picture
            }
            guard status == echo_averror_again else { throw .damagedFrame(index: index, status: status) }
            try feed(index: index)
        }
    }

    /// Gives the decoder one more packet, or tells it that there are none.
    private func feed(index: Int) throws(DecodeError) {
        while !isDrained {
            guard av_read_frame(container, packet) >= 0 else {
                isDrained = true
                avcodec_send_packet(decoder, nil)
                return
            }
            defer { av_packet_unref(packet) }
            guard packet?.pointee.stream_index == stream else { continue }
            let status = avcodec_send_packet(decoder, packet)
            guard status == 0 else { throw .damagedFrame(index: index, status: status) }
            return
        }
    }
}
