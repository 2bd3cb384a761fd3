export interface KamailioPorts {
  readonly sip: number;
  readonly rtpengine: number;
}

/** rtpengine's flags towards a browser and towards a plain SIP phone. */
const TO_BROWSER = 'replace-origin ICE=force RTP/SAVPF rtcp-mux-offer generate-mid SDES-off DTLS=passive';
const ANSWER_TO_BROWSER = 'replace-origin ICE=force RTP/SAVPF SDES-off';
const TO_PHONE = 'replace-origin ICE=remove RTP/AVP rtcp-mux-demux';

/**
 * A registrar and proxy for SIP over WebSocket and UDP: digest for REGISTER and INVITE with one
 * password for all, every contact of a user rung in parallel, audio through rtpengine.
 */
export function kamailioConfig(ports: KamailioPorts, password: string): string {
  return `#!KAMAILIO
debug=1
log_stderror=yes
children=2
tcp_connection_lifetime=3600
tcp_accept_no_cl=yes
listen=udp:127.0.0.1:${ports.sip}
listen=tcp:127.0.0.1:${ports.sip}
${[
  'tm',
  'sl',
  'rr',
  'pv',
  'maxfwd',
  'textops',
  'siputils',
  'usrloc',
  'registrar',
  'nathelper',
  'auth',
  'xhttp',
  'websocket',
  'rtpengine',
  'tmx',
]
  .map((name) => `loadmodule "${name}.so"`)
  .join('\n')}
modparam("usrloc", "handle_lost_tcp", 1)
modparam("usrloc", "timer_interval", 1)
modparam("registrar", "received_avp", "$avp(received)")
modparam("nathelper", "received_avp", "$avp(received)")
modparam("registrar", "max_expires", 300)
modparam("registrar", "max_contacts", 5)
modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:${ports.rtpengine}")
modparam("tm", "fr_inv_timer", 30000)

request_route {
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if ($proto =~ "ws") force_rport();
  if (is_method("CANCEL")) {
    if (t_check_trans()) { rtpengine_delete(); route(RELAY); }
    exit;
  }
  if (has_totag()) {
    if ($proto =~ "ws") add_contact_alias();
    if (!loose_route()) {
      if (is_method("ACK") && t_check_trans()) { route(RELAY); }
      else if (!is_method("ACK")) sl_send_reply("404", "Not here");
      exit;
    }
    handle_ruri_alias();
    if (is_method("BYE")) rtpengine_delete();
    route(RELAY);
    exit;
  }
  t_check_trans();
  if (is_method("OPTIONS")) { sl_send_reply("200", "OK"); exit; }
  if (is_method("REGISTER")) {
    route(AUTH);
    if ($proto =~ "ws") fix_nated_register();
    if (!save("location")) sl_reply_error();
    exit;
  }
  if ($fU != "trunk") route(AUTH);
  if (is_method("INVITE")) record_route();
  if ($proto =~ "ws") add_contact_alias();
  if (!lookup("location")) { sl_send_reply("480", "Temporarily Unavailable"); exit; }
  route(RELAY);
}

route[AUTH] {
  if (is_method("REGISTER")) {
    if (!pv_www_authenticate("$td", "${password}", "0")) { www_challenge("$td", "1"); exit; }
  } else {
    if (!pv_proxy_authenticate("$fd", "${password}", "0")) { proxy_challenge("$fd", "1"); exit; }
    consume_credentials();
  }
}

route[RELAY] {
  if (is_method("INVITE|UPDATE|ACK|BYE")) t_on_branch("MEDIA");
  if (is_method("INVITE|UPDATE")) t_on_reply("MEDIA");
  if (!t_relay()) sl_reply_error();
  exit;
}

branch_route[MEDIA] {
  if (!has_body("application/sdp")) return;
  if ($du =~ "transport=ws" || $ru =~ "transport=ws") rtpengine_manage("${TO_BROWSER}");
  else rtpengine_manage("${TO_PHONE}");
}

onreply_route[MEDIA] {
  if ($proto =~ "ws") add_contact_alias();
  if (!has_body("application/sdp")) return;
  if ($T_req($proto) =~ "ws") rtpengine_manage("${ANSWER_TO_BROWSER}");
  else rtpengine_manage("${TO_PHONE}");
}

event_route[xhttp:request] {
  if ($hdr(Upgrade) =~ "websocket") { if (ws_handle_handshake()) exit; }
  xhttp_reply("404", "Not Found", "", "");
}
`;
}
