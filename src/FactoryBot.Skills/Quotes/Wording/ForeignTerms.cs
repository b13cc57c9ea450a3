namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Names of goods, their colours, materials and sizes in other languages, each with its English words. A name that stands twice means what it means first.</summary>
internal static class ForeignTerms
{
    public const string German =
        "kabelverschraubung=cable gland;verschraubung=fitting;durchgangsklemme=feed through terminal;reihenklemme=terminal;schutzleiterklemme=protective conductor terminal;"
        + "leitungsschutzschalter=circuit breaker;sicherungsautomat=circuit breaker;schuetz=contactor;aderendhuelse=ferrule;schrumpfschlauch=heat shrink tube;hydraulikschlauch=hydraulic hose;"
        + "schlauch=hose;schlaeuche=hose;wellendichtring=rotary shaft seal;simmerring=rotary shaft seal;dichtring=seal ring;dichtung=seal;dichtsatz=seal kit;kugelhahn=ball valve;winkel=elbow;ueberwurfmutter=union nut;"
        + "schneidring=cutting ring;ventil=valve;magnetventil=solenoid valve;zahnrad=gear;zahnriemen=timing belt;kette=chain;feder=spring;druckfeder=compression spring;zugfeder=tension spring;"
        + "welle=shaft;kupplung=coupling;flansch=flange;rohr=pipe;bolzen=bolt;stift=pin;zylinderstift=dowel pin;passstift=dowel pin;niet=rivet;gewindestift=set screw;linsenkopfschraube=button head screw;"
        + "innensechskantschraube=socket head screw;federring=lock washer;stecker=plug;leitung=cable;litze=wire;schalter=switch;naeherungsschalter=proximity switch;widerstand=resistor;kondensator=capacitor;"
        + "sicherung=fuse;relais=relay;hutschiene=din rail;tragschiene=din rail;pumpe=pump;zylinder=cylinder;getriebemotor=gear motor;gegenmutter=lock nut;kupfer=copper;kunststoff=plastic;gummi=rubber;polyamid=nylon;"
        + "braun=brown;grau=gray;weiss=white;gruengelb=green yellow;isoliert=insulated;vernickelt=nickel;schwarze=black;rote=red;blaue=blue;graue=gray;gelbe=yellow;nadellager=needle bearing;gelenkkopf=rod end;"
        + "kolben=piston;bohrung=bore;durchmesser=diameter;laenge=length;breite=width;hoehe=height;dicke=thickness;gewinde=thread;schalldaempfer=silencer;abluft=exhaust air;zuluft=supply air;"
        + "drossel=flow control;drosselventil=flow control valve;rueckschlagventil=check valve;drosselrueckschlagventil=flow control valve;"
        + "verschluss=plug;verschlussstopfen=blanking plug;blindstopfen=blanking plug;gerade=straight;druckregler=pressure regulator;regler=regulator;"
        + "filterregler=filter regulator;oeler=lubricator;oelnebler=lubricator;manometer=pressure gauge;druckmessgeraet=pressure gauge;"
        + "absperrventil=shut off valve;abschliessbar=lockable;steckverschraubung=push in fitting;steckverbinder=push in connector;steckanschluss=push in fitting;"
        + "schnellkupplung=quick coupling;endschalter=limit switch;kompaktzylinder=compact cylinder;rundzylinder=round cylinder;gelenkauge=rod eye;"
        + "gabelkopf=rod clevis;handschuh=glove;montagehandschuh=assembly glove;schnittschutzhandschuh=cut resistant glove;einweghandschuh=disposable glove;"
        + "schweisserhandschuh=welding glove;nitril=nitrile;helm=helmet;schutzhelm=safety helmet;anstosskappe=bump cap;schutzbrille=safety glasses;"
        + "vollsichtbrille=goggles;gesichtsschutz=face shield;gehoerschutzstoepsel=ear plug;ohrstoepsel=ear plug;kapselgehoerschutz=ear muffs;"
        + "gehoerschuetzer=ear muffs;weste=vest;warnweste=high visibility vest;warnjacke=high visibility jacket;jacke=jacket;"
        + "sicherheitsschuh=safety shoe;sicherheitsstiefel=safety boot;schuh=shoe;stiefel=boot;atemschutzmaske=respirator;halbmaske=half mask;maske=mask;"
        + "partikelfilter=particle filter;feuerloescher=fire extinguisher;pulverloescher=powder fire extinguisher;schaumloescher=foam fire extinguisher;"
        + "loeschdecke=fire blanket;verbandkasten=first aid kit;verbandkaesten=first aid kit;pflaster=plaster;augenspuelflasche=eyewash bottle;"
        + "auffanggurt=full body harness;hoehensicherungsgeraet=retractable fall arrester;absperrband=barrier tape;bodenmarkierungsband=floor marking tape;"
        + "vorhaengeschloss=padlock;leitkegel=traffic cone;bindevlies=absorbent pad;schild=sign;rillenkugellager=deep groove ball bearing;"
        + "pendelrollenlager=spherical roller bearing;kegelrollenlager=tapered roller bearing;zylinderrollenlager=cylindrical roller bearing;"
        + "stehlager=pillow block bearing;keilriemen=v belt;rollenkette=roller chain;kettenrad=sprocket;riemenscheibe=pulley;sicherungsring=circlip;"
        + "passfeder=parallel key;spannstift=spring pin;flachdichtung=gasket;schlauchschelle=hose clamp;bohrer=drill;fraeser=end mill;gewindebohrer=tap;"
        + "saegeblatt=saw blade;schleifscheibe=grinding wheel;trennscheibe=cutting disc;schraubendreher=screwdriver;zange=plier;schluessel=key;"
        + "klebeband=adhesive tape;kabelbinder=cable tie;netzteil=power supply;steckdose=socket;leuchte=lamp;motorschutzschalter=motor circuit breaker;"
        + "taster=push button;lichtschranke=light barrier;fett=grease;oel=oil;weiss=white;durchsichtig=clear;farblos=clear;"
        + "klar=clear;getoent=tinted;edelstahl=stainless steel;verzinkt=zinc;mit=with;ohne=without";

    public const string Romance =
        "vis=screw;ecrou=nut;rondelle=washer;boulon=bolt;roulement=bearing;vanne=valve;robinet=valve;tuyau=hose;ressort=spring;courroie=belt;engrenage=gear;moteur=motor;pompe=pump;capteur=sensor;"
        + "interrupteur=switch;disjoncteur=circuit breaker;contacteur=contactor;borne=terminal;embout=ferrule;raccord=fitting;coude=elbow;noir=black;noire=black;blanc=white;blanche=white;rouge=red;bleu=blue;bleue=blue;"
        + "vert=green;verte=green;jaune=yellow;gris=gray;grise=gray;marron=brown;acier=steel;laiton=brass;cuivre=copper;caoutchouc=rubber;nitrile=nbr;"
        + "tornillo=screw;tuerca=nut;arandela=washer;rodamiento=bearing;valvula=valve;manguera=hose;acero=steel;laton=brass;rondella=washer;cuscinetto=bearing;valvola=valve;guarnizione=seal;ottone=brass;acciaio=steel;"
        + "raccord=fitting;instantane=push in;droit=straight;droite=straight;equerre=elbow;electrovanne=solenoid valve;electrovannes=solenoid valve;"
        + "distributeur=valve;verin=cylinder;alesage=bore;course=stroke;limiteur=flow control valve;silencieux=silencer;manometre=pressure gauge;"
        + "regulateur=regulator;filtre=filter;lubrificateur=lubricator;femelle=female;bouchon=plug;attache=clip;"
        + "echappement=exhaust;gant=glove;casque=helmet;securite=safety;lunettes=glasses;lunette=glasses;incolore=clear;antibuee=anti fog;"
        + "teinte=tinted;ecran=shield;visiere=visor;masque=respirator;demi=half;gilet=vest;visibilite=visibility;haute=high;veste=jacket;combinaison=coverall;"
        + "chaussure=shoe;botte=boot;extincteur=extinguisher;poudre=powder;mousse=foam;trousse=kit;secours=aid;harnais=harness;longe=lanyard;ruban=tape;"
        + "cadenas=padlock;consignation=lockout;sans=without;soupape=valve;clapet=valve;chaine=chain;pignon=sprocket;poulie=pulley;arbre=shaft;clavette=key;"
        + "goupille=pin;circlips=circlip;tige=rod;plaque=plate;foret=drill;lame=blade;meule=wheel;graisse=grease;huile=oil;fusible=fuse;relais=relay;"
        + "lampe=lamp;bouton=button;alimentation=power supply;fiche=plug;prise=socket;inoxydable=stainless;zingue=zinc;"
        + "plastique=plastic";
}
