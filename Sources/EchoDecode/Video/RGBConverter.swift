internal import CFFmpeg
internal import EchoCore

/// Turns decoded frames into RGB exactly as OpenCV's `VideoCapture` does.
///
/// That is: libswscale from the decoder's own pixel format, bicubic, default color matrix (BT.601), with
/// nothing told about range or color space beyond what the pixel format's name says; to BGR, which beyond 8 bits
/// rounds otherwise than RGB, and then BGR to RGB. A display matrix does not turn the picture: OpenCV 5 leaves it.
/// Owns its `SwsContext` and picture, cannot be copied, and frees them once.
struct RGBConverter: ~Copyable {
    private var context: OpaquePointer?
    private var picture: UnsafeMutablePointer<AVFrame>?

    deinit {
        var freeing = picture
        sws_freeContext(context)
        av_frame_free(&freeing)
    }

    /// The frame's pixels: shape `[height, width, 3]`.
    ///
    /// - Returns: `nil` where libswscale refuses the pixel format or the size.
    mutating func pixels(of frame: UnsafeMutablePointer<AVFrame>, size: PictureSize) -> [UInt8]? {
        guard let target = prepare(frame) else { return nil }
        let source = frame.pointee
        guard let rows = target.pointee.data.0 else { return nil }
        let converted = sws_scale(
            context, Self.planes(of: source), Self.strides(of: source), 0, source.height,
            [rows, nil, nil, nil], [target.pointee.linesize.0, 0, 0, 0])
        guard converted == source.height else { return nil }
        return Self.packed(rows, stride: Int(target.pointee.linesize.0), size: size)
    }

    private mutating func prepare(_ frame: UnsafeMutablePointer<AVFrame>) -> UnsafeMutablePointer<AVFrame>? {
        let (width, height) = (frame.pointee.width, frame.pointee.height)
        context = sws_getCachedContext(
            context, width, height, AVPixelFormat(rawValue: frame.pointee.format), width, height,
            AV_PIX_FMT_BGR24, SWS_BICUBIC, nil, nil, nil)
        guard context != nil else { return nil }
        if let picture, picture.pointee.width == width, picture.pointee.height == height { return picture }
        av_frame_free(&picture)
        picture = av_frame_alloc()
        guard let picture else { return nil }
        picture.pointee.format = AV_PIX_FMT_BGR24.rawValue
        picture.pointee.width = width
        picture.pointee.height = height
        return av_frame_get_buffer(picture, 32) == 0 ? picture : nil
    }

    private static func planes(of frame: AVFrame) -> [UnsafePointer<UInt8>?] {
        let data = frame.data
        return [data.0, data.1, data.2, data.3].map { $0.map { UnsafePointer($0) } }
    }

    private static func strides(of frame: AVFrame) -> [Int32] {
        let strides = frame.linesize
        return [strides.0, strides.1, strides.2, strides.3]
    }

    /// Drops the rows' padding and swaps blue with red.
    private static func packed(_ rows: UnsafeMutablePointer<UInt8>, stride: Int, size: PictureSize) -> [UInt8]
    {
        [UInt8](unsafeUninitializedCapacity: size.pixelCount * 3) { target, count in
            for row in 0..<size.height {
                let line = rows + row * stride
                let start = row * size.width * 3
                for column in 0..<size.width {
                    target[start + column * 3] = line[column * 3 + 2]
                    target[start + column * 3 + 1] = line[column * 3 + 1]
                    target[start + column * 3 + 2] = line[column * 3]
                }
            }
            count = size.pixelCount * 3
        }
    }
}
