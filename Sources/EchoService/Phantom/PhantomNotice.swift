/// What every simulated thing says of itself.
public enum PhantomNotice {
    /// For people.
    public static let text = "Simulated: no picture of a person, and valid for nothing but testing EchoSeek."
    /// The generator, as files name it.
    public static let generator = "echoseek \(Product.version)"
}
