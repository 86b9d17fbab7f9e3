// What it costs to hear one sound as another, and to leave one out: learned by scripts/learn-sounds.ts, not written by hand.

/** `confusions`: two sounds and their price, 1 where not listed. `drops`: a sound, the price of leaving it out, and its mass in a word. */
export const prices = {
  sounds: 'aeiouAIUOEVwYN@*^~%!kgcjtdpbfvnmrlsSzhyXGQWHDBLxqRJZKCTFP',
  confusions: `
  ea.38
  ia.63 ie.44
  oa.35 oi.96
  ua.5 ui.56 uo.63
  Aa.05
  Ie.36 Ii.06
  Uo.21 Uu.11
  Oa.05 Oo0 OA.3
  Ea.1 Ee.05 EA.1
  Va.44 Vo.2 Vu.3
  wo.04 wu.02 wU.1 wV0
  Ye.07 Yi.06 YI0
  Na.36 Ne.1 No.15 NA.38 NO.1 NE.27 NY.11
  @a0 @e.12 @i.12 @o.22 @u.12 @A.1 @I.2 @U.2 @O0
  *a0 *e.11 *i.05 *o.21 *u.06 *A.3 *I.2 *U.2 *O0 *N.32 *@0
  ~i.1 ~I.1 ~Y.1
  gk.54
  ck.51
  jY.92 jg.43 jc.8
  tw.95 tk.89 tc.84
  dg.94 dj.93 dt.69
  bp.61
  fu.94 fk.97 fd.95 fp.3
  vo.4 vu.3 vU.3 vV.44 vw.1 vb.15 vf.6
  n^0 n!.1 nj.84
  m^.56 mn.46
  r!.1 rd.79
  l!0 ld.72
  s!.2 sk.76 sc.6 sj.66
  S%0 Sc.68 St.8 Ss.1
  zY.58 z*.71 zg.81 zj.1 zt.95 zd.82 zr.81 zl.82 zs.3 zS.72
  yi.49 y~0 yj.78 yn.73
  Xk.3 Xg.86 Xc.86
  Ga.77 Gk.83 Gg.25 Gc.93 Gn.87 GX.63
  Q^.95 Qk.73 Qc.1 Qj.84 Qs.86 QS.57
  WN.92 W@.96 W*.95 W^.9 Wg.7 Wc.53 Wj.25 Wn.86 Wl.95 Ws.54 WS.78 Wz.2 Wh.89 WX.86 WG.87 WQ.73
  Ht.15 Hd.69 HX.97
  Dg.96 Dt.94 Dd.2 DG.71 DH.41
  BV.71 Bp.96 Bb.25 Bf.89 Bv.25 BG.97
  L%.1 Lk0 LX0
  xt0 xd.75 xl.89 xH0 xD.78
  qa.84 qk.05 qg.95 qs.91 qX.33 qG.9
  Ri.94 R^.95 Rt.93 Rd.12 Rn.87 Rr.05 Rh.76 RH.87 RD.28
  Jj0 Jy0
  ZY.93 Z@.91 Z*.89 Z^.85 Zj.89 Zr.4 Zl0 ZS.8 Zz.1 ZW.49
  Kk0 Kg0 Kc.55 Kh.15 KX.1 KG.1 KW.97 Kq.26 KZ.91
  CU.88 CV.97 C*.96 C^.92 Ck.6 Cc.05 Cj.05 Cm.87 Cs0 CS.05 Cz.44 CG.97 CQ.66 CW.86 Cq.6 CR.91 CZ.81
  Tt0 Td0 TH0 TD.05 Tx0
  Ft0 Fd0 Fr.83 FH.8 FD.68 FZ.94
  Pp0 Pb0 Pf.1 PW.96 PB.05 PZ.91 PC.94`,
  drops: `
  a.34/.5 e.36/.5 i.54/.5 o.43/.5 u.46/.5 A.45/.5 I.43/.5 U.46/.5 O.09/.5 E.15/.5 V.29/.5 w.4/.5 Y.22/.5 N.33/.5 @.1/.1 *.01/.01 ^.1/.1 ~.05/.05 %0/0 !.02/.02 k.73/1 g.47/1 c.88/1 j.73/1 t.62/1 d.76/1 p.9/1 b.67/1 f.96/1 v.62/.62 n.59/1 m.76/1 r.71/1 l.8/1 s.73/1 S.76/1 z.81/1 h.25/.3 y.28/.3 X1/1 G.51/1 Q1/1 W.82/1 H.71/1 D.83/1 B.85/1 L1/1 x.98/1 q.51/1 R.52/1 J1/1 Z1/1 K.77/1 C1/1 T.78/1 F.46/1 P.9/1`,
};
