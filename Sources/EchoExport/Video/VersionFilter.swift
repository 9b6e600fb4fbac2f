internal import CFFmpeg

/// Takes out of H.264 the message that names x264's version and settings, so that its updates change no file.
///
/// Owns its `AVBSFContext`, cannot be copied, and frees it once.
struct VersionFilter: ~Copyable {
    private var context: UnsafeMutablePointer<AVBSFContext>?

    /// libavcodec's filter of units by type; type 6 is H.264's supplemental enhancement information.
    private static let name = "filter_units"
    private static let units = "6"

    /// Opens the filter for a stream and lets it describe what comes out.
    init(stream: UnsafeMutablePointer<AVStream>, timeBase: AVRational) throws(ExportError) {
        guard let filter = av_bsf_get_by_name(Self.name) else { throw .noEncoder(name: Self.name) }
        try Self.check(av_bsf_alloc(filter, &context))
        guard let context else { throw .notEncoded(library: Self.name, status: echo_averror_memory) }
        try Self.check(avcodec_parameters_copy(context.pointee.par_in, stream.pointee.codecpar))
        context.pointee.time_base_in = timeBase
        try Self.check(av_opt_set(context.pointee.priv_data, "remove_types", Self.units, 0))
        try Self.check(av_bsf_init(context))
        try Self.check(avcodec_parameters_copy(stream.pointee.codecpar, context.pointee.par_out))
    }

    deinit {
        var freeing = context
        av_bsf_free(&freeing)
    }

    /// Filters one packet in place; one goes in, one comes out.
    func apply(to packet: UnsafeMutablePointer<AVPacket>) throws(ExportError) {
        try Self.check(av_bsf_send_packet(context, packet))
        try Self.check(av_bsf_receive_packet(context, packet))
    }

    private static func check(_ status: Int32) throws(ExportError) {
        guard status >= 0 else { throw .notEncoded(library: name, status: status) }
    }
}
