internal import CDICOM
internal import CFFmpeg
internal import EchoCore

/// libavcodec's JPEG 2000 decoder, for one frame.
struct DICOMJPEG2000: ~Copyable {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let size: PictureSize

    init(size: PictureSize) throws(DecodeError) {
        LibavLog.silence()
        var allocated = avcodec_alloc_context3(nil)
        guard let context = allocated, let codec = avcodec_find_decoder(AV_CODEC_ID_JPEG2000) else {
            avcodec_free_context(&allocated)
            throw .unsupported(what: "JPEG 2000: this libavcodec has no decoder")
        }
        context.pointee.thread_count = 1
        // libavcodec compares the limit with an extent that it has rounded up to its alignment.
        context.pointee.max_pixels = Int64((size.width + 128) * (size.height + 128))
        context.pointee.err_recognition = AV_EF_EXPLODE
        let status = avcodec_open2(context, codec, nil)
        guard status == 0 else {
            avcodec_free_context(&allocated)
            throw .damagedFrame(index: 0, status: status)
        }
        self.context = context
        self.size = size
    }

    deinit {
        var closing: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&closing)
    }

    /// Interleaved samples, 1 byte each up to 8 bits and 2 above.
    func samples(_ bytes: [UInt8], index: Int, markers: JPEG2000Markers) throws(DecodeError) -> [UInt8] {
        var packet = av_packet_alloc()
        var picture = av_frame_alloc()
        defer {
            av_packet_free(&packet)
            av_frame_free(&picture)
        }
        var status = av_new_packet(packet, Int32(clamping: bytes.count))
        guard status == 0, let packet, let picture, let room = packet.pointee.data else {
            throw .damagedFrame(index: index, status: status)
        }
        room.update(from: bytes, count: bytes.count)
        status = avcodec_send_packet(context, packet)
        guard status == 0 else { throw .damagedFrame(index: index, status: status) }
        status = avcodec_receive_frame(context, picture)
        guard status == 0 else { throw .damagedFrame(index: index, status: status) }
        let held = picture.pointee
        guard Int(held.width) == size.width, Int(held.height) == size.height else {
            throw .damagedFrame(index: index, status: Int32(ECHO_DICOM_DAMAGED))
        }
        guard let width = Self.sampleBytes(held.format, components: markers.components) else {
            throw .unsupported(what: "JPEG 2000 with subsampled components")
        }
        guard let rows = held.data.0 else {
            throw .damagedFrame(index: index, status: Int32(ECHO_DICOM_DAMAGED))
        }
        let row = size.width * markers.components * width
        var packed = [UInt8](unsafeUninitializedCapacity: row * size.height) { buffer, initialized in
            for line in 0..<size.height {
                buffer.baseAddress?.advanced(by: line * row)
                    .update(from: rows + line * Int(held.linesize.0), count: row)
            }
            initialized = row * size.height
        }
        if width == 2 { packed = Self.aligned(packed, precision: markers.precision) }
        if markers.isSigned { Self.lower(&packed, width: width, precision: markers.precision) }
        return packed
    }

    /// Undoes the level shift that libavcodec applies to signed samples as to unsigned ones.
    private static func lower(_ bytes: inout [UInt8], width: Int, precision: Int) {
        let sign = UInt8(1) << UInt8((precision - 1) % 8)
        for place in stride(from: width - 1, to: bytes.count, by: width) {
            bytes[place] ^= sign
        }
    }

    /// Bytes a sample of the layouts that we take; `nil` for others.
    private static func sampleBytes(_ format: Int32, components: Int) -> Int? {
        switch AVPixelFormat(format) {
        case AV_PIX_FMT_GRAY8 where components == 1, AV_PIX_FMT_RGB24 where components == 3: 1
        case AV_PIX_FMT_GRAY16LE where components == 1, AV_PIX_FMT_RGB48LE where components == 3: 2
        default: nil
        }
    }

    /// Moves samples down from the top of their 16 bits, where libavcodec puts them.
    private static func aligned(_ bytes: [UInt8], precision: Int) -> [UInt8] {
        var output = bytes
        for place in stride(from: 0, to: bytes.count - 1, by: 2) {
            let value = (UInt16(bytes[place + 1]) << 8 | UInt16(bytes[place])) >> (16 - precision)
            output[place] = UInt8(value & 0xFF)
            output[place + 1] = UInt8(value >> 8)
        }
        return output
    }
}
