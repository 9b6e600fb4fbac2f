internal import CFFmpeg

/// One container that is being written, with one video stream.
///
/// Owns its `AVFormatContext` and the open file, cannot be copied, and closes both once.
struct VideoMuxer: ~Copyable {
    private var context: UnsafeMutablePointer<AVFormatContext>?
    /// The only stream; valid while the muxer is.
    let stream: UnsafeMutablePointer<AVStream>

    /// Opens the file; nothing is written yet.
    init(path: String, format: VideoFormat, timeBase: AVRational) throws(ExportError) {
        var opened: UnsafeMutablePointer<AVFormatContext>?
        // The scheme keeps a colon in the path from being taken for one.
        let status = avformat_alloc_output_context2(&opened, nil, format.muxer, "file:" + path)
        guard status >= 0, let opened, let fresh = avformat_new_stream(opened, nil) else {
            avformat_free_context(opened)
            throw .notEncoded(library: "libavformat", status: status)
        }
        opened.pointee.flags |= AVFMT_FLAG_BITEXACT
        fresh.pointee.time_base = timeBase
        let outcome = avio_open(&opened.pointee.pb, "file:" + path, AVIO_FLAG_WRITE)
        guard outcome >= 0 else {
            avformat_free_context(opened)
            throw ExportError(libav: outcome)
        }
        (context, stream) = (opened, fresh)
    }

    deinit {
        guard let context else { return }
        avio_closep(&context.pointee.pb)
        avformat_free_context(context)
    }

    /// Writes what stands before the first packet.
    func begin(_ format: VideoFormat, comment: String) throws(ExportError) {
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        if format == .mp4 { av_dict_set(&options, "movflags", "+faststart", 0) }
        if !comment.isEmpty, let context { av_dict_set(&context.pointee.metadata, "comment", comment, 0) }
        try check(avformat_write_header(context, &options))
    }

    /// Writes one packet, whose times are in `timeBase`.
    func write(
        _ packet: UnsafeMutablePointer<AVPacket>, timeBase: AVRational
    ) throws(ExportError) {
        av_packet_rescale_ts(packet, timeBase, stream.pointee.time_base)
        packet.pointee.stream_index = stream.pointee.index
        try check(av_write_frame(context, packet))
    }

    /// Writes the index and closes the file.
    consuming func finish() throws(ExportError) {
        try check(av_write_trailer(context))
        guard let context else { return }
        let status = avio_closep(&context.pointee.pb)
        guard status >= 0 else { throw ExportError(libav: status) }
    }

    /// A failed write is remembered by the file, also where a later call went well.
    private func check(_ status: Int32) throws(ExportError) {
        if let file = context?.pointee.pb, file.pointee.error < 0 {
            throw ExportError(libav: file.pointee.error)
        }
        guard status >= 0 else { throw ExportError(libav: status) }
    }
}

extension ExportError {
    /// What libavformat's status says; statuses of the system are its errno, negated.
    init(libav status: Int32) {
        self = status == echo_averror_full ? .diskFull : .unwritable(status: status)
    }
}
