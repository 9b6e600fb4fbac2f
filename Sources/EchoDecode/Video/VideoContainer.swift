internal import CFFmpeg

/// One open container and its first video stream.
///
/// Owns its `AVFormatContext`, cannot be copied, and closes once.
struct VideoContainer: ~Copyable {
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let bytes: FileStream
    /// The video stream; valid while the container is.
    let stream: UnsafeMutablePointer<AVStream>
    /// libavformat's name for the format, its first alias, such as `avi` or `mov`.
    let format: String

    /// Demuxers that open further files by the names they read.
    private static let listing: Set<String> = [
        "concat", "hls", "dash", "image2", "imf", "webm_dash_manifest", "rtsp", "sdp",
    ]

    /// Reads the header and as many packets as it takes to know the codec's parameters.
    init(file: RegularFile, limits: DecodeLimits) throws(DecodeError) {
        LibavLog.silence()
        let stream = try FileStream(file)
        try StillHeader.check(file, limits: limits)
        let opened = try Self.open(stream)
        do throws(DecodeError) {
            (format, self.stream) = try Self.examine(opened, limits: limits)
        } catch {
            Self.close(opened)
            throw error
        }
        bytes = stream
        context = opened
    }

    deinit { Self.close(context) }

    /// Reads the video stream's next packet that has bytes.
    ///
    /// - Returns: 0; or libavformat's negative status, `echo_averror_end` at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) -> Int32 {
        while true {
            av_packet_unref(packet)
            let status = av_read_frame(context, packet)
            guard status >= 0 else { return status }
            if packet.pointee.stream_index == stream.pointee.index, packet.pointee.size > 0 { return 0 }
        }
    }

    /// How many packets the container says the video stream has, at least `found`.
    ///
    /// MP4's sample tables say it exactly. AVI's stream header says it; it is believed where the file is shorter
    /// than its outermost chunk, and then at least one packet is missing.
    func declaredPackets(found: Int, isCut: Bool) -> Int {
        let least = isCut ? found + 1 : found
        switch format {
        case "mov": return max(found, Int(avformat_index_get_entries_count(stream)))
        case "avi": return isCut ? max(least, Int(stream.pointee.nb_frames)) : found
        default: return least
        }
    }

    private static func close(_ context: UnsafeMutablePointer<AVFormatContext>) {
        var closing: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&closing)
    }

    /// Opens through our bytes alone: no protocol is allowed, and no second file can be opened.
    private static func open(_ bytes: FileStream) throws(DecodeError)
        -> UnsafeMutablePointer<AVFormatContext>
    {
        guard let fresh = avformat_alloc_context() else { throw .unreadable(status: echo_averror_memory) }
        fresh.pointee.pb = bytes.context
        fresh.pointee.io_open = { _, _, _, _, _ in echo_averror_refused }
        var options: OpaquePointer?
        av_dict_set(&options, "protocol_whitelist", "none", 0)
        defer { av_dict_free(&options) }
        var opened: UnsafeMutablePointer<AVFormatContext>? = fresh
        let status = avformat_open_input(&opened, "", nil, &options)
        guard status == 0, let opened else { throw .unreadable(status: status) }
        return opened
    }

    /// Refuses lists and sizes past the limits, then finds the video stream.
    private static func examine(
        _ context: UnsafeMutablePointer<AVFormatContext>, limits: DecodeLimits
    ) throws(DecodeError) -> (format: String, stream: UnsafeMutablePointer<AVStream>) {
        let names = context.pointee.iformat.map { String(cString: $0.pointee.name) } ?? ""
        let format = String(names.prefix { $0 != "," })
        guard !listing.contains(format) else { throw .notAClip(.playlist) }
        try checkSizes(of: context, limits: limits)
        let status = findParameters(of: context, limits: limits)
        let stream = try videoStream(of: context, status: status)
        try checkSizes(of: context, limits: limits)
        return (format, stream)
    }

    /// Lets libavformat decode a few frames to learn the parameters, within the limits.
    static func findParameters(
        of context: UnsafeMutablePointer<AVFormatContext>, limits: DecodeLimits
    ) -> Int32 {
        let count = Int(context.pointee.nb_streams)
        var options = [OpaquePointer?](repeating: nil, count: count)
        for place in 0..<count {
            av_dict_set_int(&options[place], "max_pixels", limits.paddedPixels, 0)
            av_dict_set(&options[place], "threads", "1", 0)
        }
        defer { for place in 0..<count { av_dict_free(&options[place]) } }
        return avformat_find_stream_info(context, &options)
    }

    private static func videoStream(
        of context: UnsafeMutablePointer<AVFormatContext>, status: Int32
    ) throws(DecodeError) -> UnsafeMutablePointer<AVStream> {
        let streams = UnsafeBufferPointer(
            start: context.pointee.streams, count: Int(context.pointee.nb_streams))
        let videos = streams.compactMap { $0 }.filter {
            $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
                && $0.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        }
        guard let first = videos.first else { throw .noVideoStream(streams: streams.count) }
        guard status >= 0 else { throw .unreadable(status: status) }
        for other in streams { other?.pointee.discard = other == first ? AVDISCARD_DEFAULT : AVDISCARD_ALL }
        return first
    }

    private static func checkSizes(
        of context: UnsafeMutablePointer<AVFormatContext>, limits: DecodeLimits
    ) throws(DecodeError) {
        for place in 0..<Int(context.pointee.nb_streams) {
            guard let parameters = context.pointee.streams[place]?.pointee.codecpar.pointee,
                parameters.codec_type == AVMEDIA_TYPE_VIDEO
            else { continue }
            try limits.check(width: Int(parameters.width), height: Int(parameters.height))
        }
    }
}
