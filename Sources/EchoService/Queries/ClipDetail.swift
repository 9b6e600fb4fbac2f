public import EchoIndex
import EchoCore

/// A clip with its frames: ``ClipLine``, and what is needed to play it and to look at what the model was shown.
public struct ClipDetail: Sendable, Encodable {
    /// The clip.
    public let line: ClipLine
    /// When each frame is shown, milliseconds from the first.
    public let frameTimes: [Double]
    /// Places of the frames that the model was shown.
    public let frameIndices: [Int]
    /// Beats per minute.
    public let heartRate: Double?
    /// DICOM's (0008,0070).
    public let manufacturer: String?
    /// DICOM's (0008,1090).
    public let manufacturerModelName: String?

    /// Takes the index's words.
    public init(_ stored: StoredClip) {
        line = ClipLine(stored)
        frameTimes = stored.frameTimes
        frameIndices = stored.framesUsed
        heartRate = stored.heartRate
        manufacturer = stored.manufacturer
        manufacturerModelName = stored.manufacturerModelName
    }

    private enum Keys: String, CodingKey {
        case frameTimes, frameIndices, heartRate, manufacturer, manufacturerModelName
    }

    /// The line's own keys, with the frames beside them.
    public func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(frameTimes, forKey: .frameTimes)
        try container.encode(frameIndices, forKey: .frameIndices)
        try container.encode(heartRate, forKey: .heartRate)
        try container.encode(manufacturer, forKey: .manufacturer)
        try container.encode(manufacturerModelName, forKey: .manufacturerModelName)
    }
}
