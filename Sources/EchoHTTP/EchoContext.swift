import Hummingbird
import NIOCore

/// What a request carries along: who sent it, and from where.
struct EchoContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who sent it; set before a route is called.
    var caller = Caller.unknown
    /// The connection.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The other end's address; `nil` where there is no network.
    var peer: String? { channel.remoteAddress?.ipAddress }

    /// Ends the connection after the answer, so that what is still being sent is not read.
    func closeAfterAnswer() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
}
