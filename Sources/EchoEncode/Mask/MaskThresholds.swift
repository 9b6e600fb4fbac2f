/// The numbers by which a sector is told from furniture, each with its ground.
enum MaskThresholds {
    /// Grey levels above which one change between frames counts no more: speckle changes a little in every
    /// frame, an ECG trace or a digit much in few, so bounding the change favors speckle.
    static let changeCap: UInt8 = 4
}
