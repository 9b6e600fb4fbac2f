/// What has been put into a heart.
public struct Devices: Sendable, Equatable, Codable {
    /// Whether a pacemaker's or defibrillator's lead runs through the right atrium into the right ventricle.
    public var hasPacemakerLead = false
    /// Clips that hold the mitral leaflets together, 0...2.
    public var mitralClips = 0
    /// What sits in the aortic position.
    public var aorticValve = AorticValve.native
    /// Whether a surgeon has sewn a ring around the mitral valve.
    public var hasMitralRing = false

    /// No device.
    public init() {}
}
